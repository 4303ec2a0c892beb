import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { QueueItem } from "./queue-item.tsx";
import { PageHead } from "#components/page-head.tsx";
import { localDay, sayDay } from "#lib/follow-up/local-time.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findToday, type QueueGroup, queueGroups } from "#lib/today/queries.ts";
import { EmptyDay } from "./empty-day.tsx";

export const metadata: Metadata = { title: "Today" };

const headings: Record<QueueGroup, { name: string; note?: string }> = {
  promised: { name: "Promised", note: "kept first" },
  answered: { name: "They came to you" },
  due: { name: "Due" },
  held: { name: "Taken off", note: "to mend or to drop" },
  "left-alone": { name: "Left alone", note: "silence can be a miss too" },
};

export default async function TodayPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const now = requestTime();
  const rows = await findToday({ actor, now });
  const people = new Set(rows.map(({ prospectId }) => prospectId)).size;
  const day = sayDay(actor.timeZone, now);

  return (
    <>
      <PageHead title="Today" note={`${day} – ${people === 1 ? "1 person" : `${people} people`}`} />
      {rows.length === 0 && <EmptyDay />}
      <div className="queue">
        {queueGroups.map((group) => {
          const members = rows.filter((row) => row.group === group);
          if (members.length === 0) return null;
          return (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 className="queue-group" id={`group-${group}`}>
                {headings[group].name}
                <span className="meta">{[members.length, headings[group].note].filter(Boolean).join(" – ")}</span>
              </h2>
              <ol>
                {members.map((row) => (
                  <li key={row.id}>
                    <QueueItem row={row} viewerZone={actor.timeZone} now={now} today={localDay(actor.timeZone, now)} />
                  </li>
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </>
  );
}
