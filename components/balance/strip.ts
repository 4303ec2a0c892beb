import { pressureAt } from "#lib/cadence/pressure.ts";
import { addMonths, dateOf, type Day, dayOf, instantAt, localDay, sayDay } from "#lib/follow-up/local-time.ts";
import { isOutbound } from "#lib/follow-up/touch.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { groundOf } from "#lib/scoring/ground.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

export type Mark = { key: string; x: number; kind: "gave" | "asked" | "wrote" | "plan" | "ghost"; label: string };
export type Window = { kind: "soon" | "right" | "late"; x: number; width: number; label: string };
export type Strip = {
  area: string;
  line: string;
  would: string;
  now: number;
  capacity: number;
  marks: Mark[];
  windows: Window[];
  months: { x: number; name: string }[];
  words: string;
};

const steps = 76;
const past = 75;
const ahead = 35;

/** Everything the rhythm strip draws, in per cent of its width (a day is its share) and of its height (1.3 × capacity fills the plot). */
export function drawStrip(verdict: Verdict, dossier: Dossier, policy: Policy, now: Date, zone: string): Strip {
  const { plan, cadence, nextAllowedAt } = verdict;
  const today = localDay(zone, now);
  const first = today - past;
  const last = Math.max(
    today + ahead,
    localDay(zone, plan.at) + 14,
    nextAllowedAt ? Math.min(localDay(zone, nextAllowedAt) + 14, today + 120) : 0,
  );
  const from = instantAt(zone, first).getTime();
  const span = instantAt(zone, last).getTime() - from;
  const x = (at: Date) => round(Math.min(100, Math.max(0, ((at.getTime() - from) / span) * 100)));
  const dayX = (day: Day) => x(instantAt(zone, day));

  const { burden } = groundOf(dossier, policy, now).cadence;
  const y = (pressure: number) => round(100 - Math.min(100, (pressure / (1.3 * cadence.capacity)) * 100));
  const instants = times(burden.own.times, from, span);
  const curve = instants.map((at) => `${round(((at - from) / span) * 1000)},${y(pressureAt(at, burden))}`).join(" ");
  const half = policy.pressure.halfLife[cadence.state] * 86_400_000;
  const after = instants.filter((at) => at >= plan.at.getTime());
  const extra = (at: number) => cadence.weight * 2 ** (-(at - plan.at.getTime()) / half);
  const planX = round((x(plan.at) * 1000) / 100);
  const would = [
    `M${planX},${y(cadence.pressure)} ${planX},${y(cadence.pressure + cadence.weight)}`,
    ...after.map((at) => `${round(((at - from) / span) * 1000)},${y(pressureAt(at, burden) + extra(at))}`),
  ].join(" ");

  const marks = marksOf(dossier, verdict, x, first, zone);
  const windows = windowsOf(cadence.windows, dayX, last);
  return {
    area: `M0,100 ${curve} 1000,100Z`,
    line: `M${curve}`,
    would,
    now: x(now),
    capacity: y(cadence.capacity),
    marks,
    windows,
    months: monthsOf(first, last, dayX),
    words: [...marks.map(({ label }) => label), ...windows.map(({ label }) => label)].join("; "),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Even steps, and both sides of every contact so that its jump stands upright. */
function times(contacts: readonly number[], from: number, span: number): number[] {
  const even = Array.from({ length: steps + 1 }, (_, i) => from + (span * i) / steps);
  const jumps = contacts.filter((at) => at > from && at < from + span).flatMap((at) => [at - 1, at]);
  return [...even, ...jumps].toSorted((a, b) => a - b);
}

function marksOf(
  { touches, planned }: Dossier,
  { plan, nextAllowedAt }: Verdict,
  x: (at: Date) => number,
  first: Day,
  zone: string,
): Mark[] {
  const shown = touches
    .filter((touch) => localDay(zone, touch.at) >= first && (touch.direction === "in" || isOutbound(touch)))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const marks = shown.map((touch): Mark => {
    const kind = touch.direction === "in" ? "wrote" : touch.offer.kind !== "none" && touch.ask === "none" ? "gave" : "asked";
    const verb = kind === "wrote" ? "they wrote" : kind === "gave" ? "we gave" : "we asked";
    return { key: touch.id, x: x(touch.at), kind, label: `${sayDay(zone, touch.at)}: ${verb}` };
  });
  const others = planned.map(({ id, at, by }): Mark => ({
    key: id,
    x: x(at),
    kind: "gave",
    label: `${sayDay(zone, at)}: planned by ${by}`,
  }));
  const ghost =
    nextAllowedAt && nextAllowedAt.getTime() !== plan.at.getTime()
      ? [{ key: "ghost", x: x(nextAllowedAt), kind: "ghost" as const, label: `right from ${sayDay(zone, nextAllowedAt)}` }]
      : [];
  return [...marks, ...others, ...ghost, { key: "plan", x: x(plan.at), kind: "plan", label: `${sayDay(zone, plan.at)}: this plan` }];
}

function windowsOf(windows: Verdict["cadence"]["windows"], dayX: (day: Day) => number, end: Day): Window[] {
  if (!windows) return [];
  const edges = [
    windows.last,
    Math.max(windows.last, windows.soonUntil),
    Math.max(windows.right, windows.soonUntil),
    Math.max(windows.late, windows.right),
    end,
  ];
  const part = (kind: Window["kind"], name: string, from: Day, to: Day): Window[] =>
    to > from ? [{ kind, x: dayX(from), width: round(dayX(to) - dayX(from)), label: `${name} ${dateOf(from)} to ${dateOf(to)}` }] : [];
  return [
    ...part("soon", "too soon", edges[0]!, edges[1]!),
    ...part("right", "right", edges[1]!, edges[3]!),
    ...part("late", "too late", edges[3]!, edges[4]!),
  ].filter(({ width }) => width > 0.5);
}

function monthsOf(first: Day, last: Day, dayX: (day: Day) => number) {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const months: { x: number; name: string }[] = [];
  for (let day = addMonths(dayOf(`${dateOf(first).slice(0, 7)}-01`), 1); day < last - 4; day = addMonths(day, 1))
    months.push({ x: dayX(day), name: names[Number(dateOf(day).slice(5, 7)) - 1]! });
  return months;
}
