import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { QueueItem } from "./queue-item.tsx";
import { Told } from "./told.tsx";
import { PageHead } from "#components/page-head.tsx";
import { localDay, sayDay } from "#lib/follow-up/local-time.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findPressing } from "#lib/notices/queries.ts";
import { findToday, perGroup, type QueueGroup, queueGroups } from "#lib/today/queries.ts";
import { EmptyDay } from "./empty-day.tsx";

export const metadata: Metadata = { title: "Today" };

const mostTold = 3;

/** Each group's name, and the list that shows all of it. */
const headings: Record<QueueGroup, { name: string; note?: string; rest?: Route }> = {
  promised: { name: "Promised", note: "kept first" },
  answered: { name: "They came to you", rest: "/prospects?state=answered&owner=me" as Route },
  due: { name: "Due", rest: "/schedule" as Route },
  held: { name: "Taken off", note: "to mend or to drop", rest: "/schedule" as Route },
  "left-alone": { name: "Left alone", note: "silence can be a miss too", rest: "/prospects?state=left-alone&owner=me" as Route },
};

export default async function TodayPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const now = requestTime();
  const [rows, told] = await Promise.all([findToday({ actor, now }), findPressing(actor, mostTold)]);
  const people = new Set(rows.map(({ prospectId }) => prospectId)).size;
  const day = sayDay(actor.timeZone, now);

  return (
    <>
      <PageHead title="Today" note={`${day} – ${people === 1 ? "1 person" : `${people} people`}`} />
      {told.length > 0 && <Told notices={told} zone={actor.timeZone} now={now} />}
      {rows.length === 0 && <EmptyDay />}
      <div className="queue">
        {queueGroups.map((group) => {
          const found = rows.filter((row) => row.group === group);
          const members = found.slice(0, perGroup);
          if (members.length === 0) return null;
          const rest = found.length > perGroup ? headings[group].rest : null;
          return (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 className="queue-group" id={`group-${group}`}>
                {headings[group].name}
                <span className="meta">
                  {[rest ? `${perGroup} and more` : members.length, headings[group].note].filter(Boolean).join(" – ")}
                </span>
              </h2>
              <ol>
                {members.map((row) => (
                  <li key={row.id}>
                    <QueueItem row={row} viewerZone={actor.timeZone} now={now} today={localDay(actor.timeZone, now)} />
                  </li>
                ))}
              </ol>
              {rest && (
                <p className="queue-more">
                  <Link href={rest}>There are more</Link>
                </p>
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}
