import type { Route } from "next";
import Link from "next/link";

import { WeekGrid } from "./week-grid.tsx";
import { type Day, dateOf, localDay, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import { type Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import type { AgendaRow } from "#lib/schedule/queries.ts";

type Props = { rows: AgendaRow[]; monday: Day; today: Day; zone: string; asked: Day | null; toWeek: string };

/** A week by days and hours of the viewer's; a phone shows one day of it at a time. */
export function Week({ rows, monday, today, zone, asked, toWeek }: Props) {
  const days = Array.from({ length: 7 }, (_, i) => monday + i);
  const chosen = days.find((day) => day === asked) ?? days.find((day) => day === today) ?? monday;
  const count = (day: Day) => rows.filter(({ at }) => localDay(zone, at) === day).length;
  return (
    <>
      <nav className="week-days" aria-label="Days of this week">
        {days.map((day) => (
          <Link
            key={day}
            href={`${toWeek}&day=${dateOf(day)}` as Route}
            aria-current={day === chosen ? "date" : undefined}
            scroll={false}
            replace
          >
            <span>{sayCalendarDay(day).slice(0, 3)}</span>
            <b>{sayCalendarDay(day).split(" ")[1]}</b>
            <span className="meta">{count(day) || "–"}</span>
          </Link>
        ))}
      </nav>
      <WeekGrid
        rows={rows.map((row) => ({ ...row, way: channelNames[row.channel as Channel] }))}
        days={days}
        chosen={chosen}
        today={today}
        zone={zone}
      />
    </>
  );
}
