import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { z } from "zod";

import { Agenda } from "./agenda.tsx";
import { Week } from "./week.tsx";
import { PageHead } from "#components/page-head.tsx";
import { addressOf } from "#components/pager.tsx";
import { type Day, dateOf, dayOf, instantAt, localDay, sayDay, weekday } from "#lib/follow-up/local-time.ts";
import { Cursor } from "#lib/list-address.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findWeek, listAgenda } from "#lib/schedule/agenda-queries.ts";

export const metadata: Metadata = { title: "Schedule" };

const Query = z.object({
  week: z.iso
    .date()
    .refine((day) => day > "1970" && day < "2200")
    .nullable()
    .catch(null),
  who: z.enum(["me", "team"]).catch("me"),
  view: z.enum(["agenda", "week"]).catch("agenda"),
  /** The only day of the agenda, or the one a phone shows of the week. */
  day: z.iso.date().nullable().catch(null),
  cursor: Cursor,
});

export default async function SchedulePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { week, who, view, day: asked, cursor } = Query.parse({ week: null, day: null, ...(await searchParams) });
  const { timeZone: zone } = actor;
  const today = localDay(zone, requestTime());
  const monday = mondayOf(week ? dayOf(week) : today);
  const days = Array.from({ length: 7 }, (_, i) => monday + i);
  const day = days.find((each) => asked !== null && each === dayOf(asked)) ?? null;
  const query = { view, week: dateOf(monday), who };
  const to = (change: Partial<Record<keyof typeof query | "day", string>>) => addressOf("/schedule", { ...query, ...change });
  const span = (first: Day, length: number) => ({ from: instantAt(zone, first), to: instantAt(zone, first + length) });
  const onlyMine = who === "me";

  const found =
    view === "week"
      ? await findWeek(
          actor,
          days.map((each) => span(each, 1)),
          onlyMine,
        )
      : await listAgenda(actor, { ...(day === null ? span(monday, 7) : span(day, 1)), onlyMine }, cursor);
  const dayInQuery = day === null ? {} : { day: dateOf(day) };

  return (
    <>
      <PageHead
        title="Schedule"
        note={view === "agenda" && day !== null ? sayDay("UTC", midnight(day)) : `Week of ${sayDay("UTC", midnight(monday))}`}
      >
        <nav className="views" aria-label="View">
          <Link className="btn" href={to({ view: "agenda" })} aria-current={view === "agenda" || undefined}>
            Agenda
          </Link>
          <Link className="btn" href={to({ view: "week" })} aria-current={view === "week" || undefined}>
            Week
          </Link>
        </nav>
        <Link className="btn" href={to({ week: dateOf(monday - 7) })}>
          Week before
        </Link>
        <Link className="btn" href={to({ week: dateOf(today) })}>
          This week
        </Link>
        <Link className="btn" href={to({ week: dateOf(monday + 7) })}>
          Week after
        </Link>
        <Link className="btn btn-quiet" href={to({ who: onlyMine ? "team" : "me", ...dayInQuery })}>
          {onlyMine ? "Show everybody's" : "Show only mine"}
        </Link>
      </PageHead>
      {"counts" in found ? (
        <Week {...found} days={days} today={today} zone={zone} asked={day} to={(each, as) => to({ view: as, day: dateOf(each) })} />
      ) : (
        <Agenda page={found} today={today} zone={zone} query={{ ...query, ...dayInQuery }} />
      )}
    </>
  );
}

const mondayOf = (day: Day) => day - weekday(day) + 1;
const midnight = (day: Day) => new Date(day * 86_400_000);
