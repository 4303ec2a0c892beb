import type { Route } from "next";
import Link from "next/link";

import { LateWeek } from "./late-week.tsx";
import { type Day, localDay, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import { type Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import { type AgendaRow, ofDay } from "#lib/schedule/agenda-queries.ts";

type Props = {
  rows: AgendaRow[];
  /** How many each day has, shown here or not. */
  counts: number[];
  days: Day[];
  today: Day;
  zone: string;
  asked: Day | null;
  to: (day: Day, view: "week" | "agenda") => Route;
};

/** A week by days and hours of the viewer's; a phone shows one day of it at a time. What a day has beyond what fits is in its agenda. */
export function Week({ rows, counts, days, today, zone, asked, to }: Props) {
  const chosen = asked ?? days.find((day) => day === today) ?? days[0]!;
  const say = (count: number, total: number) => (total < ofDay.counted ? String(count) : `at least ${count}`);
  const more = days.flatMap((day, i) => {
    const count = counts[i]! - rows.filter(({ at }) => localDay(zone, at) === day).length;
    return count > 0 ? [{ day, words: `${say(count, counts[i]!)} more on ${sayCalendarDay(day)}` }] : [];
  });
  return (
    <>
      <nav className="week-days" aria-label="Days of this week">
        {days.map((day, i) => (
          <Link key={day} href={to(day, "week")} aria-current={day === chosen ? "date" : undefined} scroll={false} replace>
            <span>{sayCalendarDay(day).slice(0, 3)}</span>
            <b>{sayCalendarDay(day).split(" ")[1]}</b>
            <span className="meta">{counts[i] || "–"}</span>
          </Link>
        ))}
      </nav>
      {more.length > 0 ? (
        <nav className="week-more" aria-label="More than fits here">
          {more.map(({ day, words }) => (
            <Link key={day} className="remedy" href={to(day, "agenda")}>
              {words}
            </Link>
          ))}
        </nav>
      ) : null}
      <LateWeek
        rows={rows.map((row) => ({ ...row, way: channelNames[row.channel as Channel] }))}
        days={days}
        chosen={chosen}
        today={today}
        zone={zone}
      />
    </>
  );
}
