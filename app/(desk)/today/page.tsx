import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { EmptyDay } from "./empty-day.tsx";
import { ChooseGroup, Queue, QueueEntry } from "./queue.tsx";
import { QueueItem } from "./queue-item.tsx";
import { Told } from "./told.tsx";
import { Welcomed } from "./welcomed.tsx";
import { PageHead } from "#components/page-head.tsx";
import { localDay, sayDay } from "#lib/follow-up/local-time.ts";
import { findPressing } from "#lib/notices/queries.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findAskable } from "#lib/preferences/queries.ts";
import { findToday } from "#lib/today/queries.ts";
import { isQueueGroup, type QueueGroup, queueGroups, type QueueRow, shownOf, toEntry } from "#lib/today/queue.ts";
import { findWelcomed } from "#lib/today/welcomed-queries.ts";

export const metadata: Metadata = { title: "Today" };

const mostTold = 3;

/** Each group's name, and why it matters. */
const headings: Record<QueueGroup, { name: string; note?: string }> = {
  promised: { name: "Promised", note: "kept first" },
  answered: { name: "They came to you" },
  "called-back": { name: "Call back", note: "the day they named has come" },
  due: { name: "Due" },
  held: { name: "Taken off", note: "to mend or to drop" },
  "left-alone": { name: "Left alone", note: "silence can be a miss too" },
  "not-asked": { name: "Not asked yet", note: "how they want to hear from you" },
};

type Props = { searchParams: Promise<{ all?: string | string[] }> };

export default async function TodayPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const now = requestTime();
  const wanted = (await searchParams).all;
  const all = isQueueGroup(wanted) ? wanted : null;
  const [rows, told, welcomed] = await Promise.all([
    findToday({ actor, now }, all),
    findPressing(actor, mostTold),
    findWelcomed({ actor, now }),
  ]);
  const zone = actor.timeZone;
  const people = new Set(rows.map(({ prospectId }) => prospectId)).size;
  const groups = queueGroups
    .map((group) => ({ group, found: rows.filter((row) => row.group === group) }))
    .filter(({ found }) => found.length > 0)
    .map(({ group, found }) => ({ group, members: found.slice(0, shownOf(group, all)), hasMore: found.length > shownOf(group, all) }));

  const notAsked = groups.flatMap(({ group, members }) => (group === "not-asked" ? members.map(({ prospectId }) => prospectId) : []));
  const askable = await findAskable({ actor, now }, notAsked);

  return (
    <>
      <PageHead title="Today" note={`${sayDay(zone, now)} – ${people === 1 ? "1 person" : `${people} people`}`} />
      {told.length > 0 && <Told notices={told} zone={zone} now={now} />}
      {rows.length === 0 && <EmptyDay />}
      <Queue entries={groups.flatMap(({ members }) => members.map(toEntry))} me={actor.userId} zone={zone}>
        {groups.map(({ group, members, hasMore }) => (
          <Group key={group} {...{ group, members, hasMore, askable, zone, now }} />
        ))}
      </Queue>
      {welcomed.length > 0 && <Welcomed rows={welcomed} zone={zone} now={now} />}
    </>
  );
}

type GroupProps = { group: QueueGroup; members: QueueRow[]; hasMore: boolean; askable: Set<string>; zone: string; now: Date };

function Group({ group, members, hasMore, askable, zone, now }: GroupProps) {
  const { name, note } = headings[group];
  return (
    <section aria-labelledby={`group-${group}`}>
      <div className="queue-group">
        <ChooseGroup keys={members.map((row) => toEntry(row).key)} name={name} />
        <h2 id={`group-${group}`}>{name}</h2>
        <span className="meta">{[hasMore ? `${members.length} and more` : members.length, note].filter(Boolean).join(" – ")}</span>
      </div>
      <ol>
        {members.map((row) => {
          const { key } = toEntry(row);
          return (
            <QueueEntry key={key} entryKey={key}>
              <QueueItem
                {...{ row, entryKey: key, viewerZone: zone, now, today: localDay(zone, now) }}
                mayAsk={askable.has(row.prospectId)}
              />
            </QueueEntry>
          );
        })}
      </ol>
      {hasMore && (
        <p className="queue-more">
          <Link href={`/today?all=${group}` as Route}>Show all</Link>
        </p>
      )}
    </section>
  );
}
