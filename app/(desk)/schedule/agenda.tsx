import type { Route } from "next";
import Link from "next/link";

import { AgendaItem } from "./agenda-item.tsx";
import { Pager } from "#components/pager.tsx";
import { type Day, localDay, sayDay } from "#lib/follow-up/local-time.ts";
import type { Page } from "#lib/keyset.ts";
import type { AgendaRow } from "#lib/schedule/agenda-queries.ts";

type Props = { page: Page<AgendaRow>; today: Day; zone: string; query: Record<string, string | undefined> };

/** A page of a week's follow-ups, or of a day's, under their days. */
export function Agenda({ page: { rows, next, previous }, today, zone, query }: Props) {
  if (rows.length === 0) return <Nothing isDay={query.day !== undefined} />;
  const days = [...new Set(rows.map(({ at }) => localDay(zone, at)))];
  // what lies on another page is not counted here
  const isCut = (day: Day) => (day === days[0] && previous !== null) || (day === days.at(-1) && next !== null);
  return (
    <>
      <div className="queue">
        {days.map((day) => (
          <AgendaDay
            key={day}
            day={day}
            isToday={day === today}
            isCut={isCut(day)}
            rows={rows.filter(({ at }) => localDay(zone, at) === day)}
            zone={zone}
          />
        ))}
      </div>
      <Pager path="/schedule" query={query} next={next} previous={previous} />
    </>
  );
}

type DayProps = { day: Day; isToday: boolean; isCut: boolean; rows: AgendaRow[]; zone: string };

function AgendaDay({ day, isToday, isCut, rows, zone }: DayProps) {
  const note = [isToday ? "today" : "", isCut ? "" : String(rows.length)].filter(Boolean).join(" – ");
  return (
    <section aria-labelledby={`day-${day}`}>
      <h2 className="queue-group" id={`day-${day}`}>
        {sayDay("UTC", new Date(day * 86_400_000))}
        <span className="meta">{note}</span>
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

function Nothing({ isDay }: { isDay: boolean }) {
  return (
    <div className="empty">
      <h2>Nothing is planned {isDay ? "on this day" : "this week"}</h2>
      <p>Open somebody you have something for and plan the next touch; the judges say what fits.</p>
      <p className="empty-acts">
        <Link className="btn btn-main" href={"/prospects?state=unplanned" as Route}>
          Prospects with nothing planned
        </Link>
      </p>
    </div>
  );
}
