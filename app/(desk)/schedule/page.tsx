import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { z } from "zod";

import { AgendaItem } from "./agenda-item.tsx";
import { PageHead } from "#components/page-head.tsx";
import { dateOf, dayOf, instantAt, localDay, sayDay, weekday } from "#lib/follow-up/local-time.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { type AgendaRow, findAgenda } from "#lib/schedule/queries.ts";

export const metadata: Metadata = { title: "Schedule" };

const Query = z.object({
  week: z.iso
    .date()
    .refine((day) => day > "1970" && day < "2200")
    .nullable()
    .catch(null),
  who: z.enum(["me", "team"]).catch("me"),
});

export default async function SchedulePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { week, who } = Query.parse({ week: null, ...(await searchParams) });
  const now = requestTime();
  const today = localDay(actor.timeZone, now);
  const monday = mondayOf(week ? dayOf(week) : today);
  const rows = await findAgenda(actor, instantAt(actor.timeZone, monday), instantAt(actor.timeZone, monday + 7), who === "me");
  const days = Array.from({ length: 7 }, (_, i) => monday + i);
  const to = (day: number, whose = who) => `/schedule?${new URLSearchParams({ week: dateOf(day), who: whose }).toString()}` as Route;

  return (
    <>
      <PageHead
        title="Schedule"
        note={`Week of ${sayDay("UTC", new Date(monday * 86_400_000))} – ${rows.length === 1 ? "1 follow-up" : `${rows.length} follow-ups`}`}
      >
        <Link className="btn" href={to(monday - 7)}>
          Week before
        </Link>
        <Link className="btn" href={to(today)}>
          This week
        </Link>
        <Link className="btn" href={to(monday + 7)}>
          Week after
        </Link>
        <Link className="btn btn-quiet" href={to(monday, who === "me" ? "team" : "me")}>
          {who === "me" ? "Show everybody's" : "Show only mine"}
        </Link>
      </PageHead>
      {rows.length === 0 && (
        <div className="empty">
          <h2>Nothing is planned this week</h2>
          <p>Open somebody you have something for and plan the next touch; the judges say what fits.</p>
          <p className="empty-acts">
            <Link className="btn btn-main" href={"/prospects?state=unplanned" as Route}>
              Prospects with nothing planned
            </Link>
          </p>
        </div>
      )}
      <div className="queue">
        {days.map((day) => (
          <AgendaDay
            key={day}
            day={day}
            isToday={day === today}
            rows={rows.filter(({ at }) => localDay(actor.timeZone, at) === day)}
            zone={actor.timeZone}
          />
        ))}
      </div>
    </>
  );
}

const mondayOf = (day: number) => day - weekday(day) + 1;

function AgendaDay({ day, isToday, rows, zone }: { day: number; isToday: boolean; rows: AgendaRow[]; zone: string }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={`day-${day}`}>
      <h2 className="queue-group" id={`day-${day}`}>
        {sayDay("UTC", new Date(day * 86_400_000))}
        <span className="meta">{isToday ? `today – ${rows.length}` : rows.length}</span>
      </h2>
      <ol>
        {rows.map((row) => (
          <li key={row.id}>
            <AgendaItem row={row} viewerZone={zone} />
          </li>
        ))}
      </ol>
    </section>
  );
}
