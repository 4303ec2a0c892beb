import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { z } from "zod";

import { AgendaItem } from "./agenda-item.tsx";
import { Week } from "./week.tsx";
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
  view: z.enum(["agenda", "week"]).catch("agenda"),
  /** The day a phone shows of the week. */
  day: z.iso.date().nullable().catch(null),
});

export default async function SchedulePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { week, who, view, day: asked } = Query.parse({ week: null, day: null, ...(await searchParams) });
  const now = requestTime();
  const today = localDay(actor.timeZone, now);
  const monday = mondayOf(week ? dayOf(week) : today);
  const rows = await findAgenda(actor, instantAt(actor.timeZone, monday), instantAt(actor.timeZone, monday + 7), who === "me");
  const days = Array.from({ length: 7 }, (_, i) => monday + i);
  const to = (day: number, whose = who, as = view) =>
    `/schedule?${new URLSearchParams({ view: as, week: dateOf(day), who: whose }).toString()}` as Route;

  return (
    <>
      <PageHead
        title="Schedule"
        note={`Week of ${sayDay("UTC", new Date(monday * 86_400_000))} – ${rows.length === 1 ? "1 follow-up" : `${rows.length} follow-ups`}`}
      >
        <nav className="views" aria-label="View">
          <Link className="btn" href={to(monday, who, "agenda")} aria-current={view === "agenda" || undefined}>
            Agenda
          </Link>
          <Link className="btn" href={to(monday, who, "week")} aria-current={view === "week" || undefined}>
            Week
          </Link>
        </nav>
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
      {rows.length === 0 && view === "agenda" && (
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
      {view === "week" ? (
        <Week rows={rows} monday={monday} today={today} zone={actor.timeZone} asked={asked ? dayOf(asked) : null} toWeek={to(monday)} />
      ) : (
        <Agenda days={days} today={today} rows={rows} zone={actor.timeZone} />
      )}
    </>
  );
}

const mondayOf = (day: number) => day - weekday(day) + 1;

function Agenda({ days, today, rows, zone }: { days: number[]; today: number; rows: AgendaRow[]; zone: string }) {
  return (
    <div className="queue">
      {days.map((day) => (
        <AgendaDay key={day} day={day} isToday={day === today} rows={rows.filter(({ at }) => localDay(zone, at) === day)} zone={zone} />
      ))}
    </div>
  );
}

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
