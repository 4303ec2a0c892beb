import type { TermsContent } from "#lib/consent/terms.ts";
import { dateOf, dayOf, instantAt, localDay, localMinutes } from "#lib/follow-up/local-time.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";

/** What somebody chose, and the zone in which its days and hours are meant. */
export type Said = { terms: TermsContent; zone: string };

/**
 * What allows nothing that either of two sets of wishes of one person forbids (C2–C4), in days and hours of the first's zone. Where their ways, days or
 * hours have nothing in common, no channel is left until they choose again. `home`: the zone of the record these wishes will stand on.
 */
export function strictest(kept: Said, other: Said, home: string, now: Date): TermsContent {
  const { terms: one, zone } = kept;
  const two = inZone(other, zone, now);
  const days = meet(one.days, two.days);
  const hours = overlap(one.hours, two.hours);
  const isDated = [one, two].some((terms) => terms.days.length > 0 || terms.hours || terms.pausedUntil || terms.callBackOn);
  const callBackOn = later(one.callBackOn, two.callBackOn);
  return {
    channels: days && hours !== undefined ? both(one.channels, two.channels) : [],
    rate: rarer(one.rate, two.rate),
    days: days ?? one.days,
    hours: hours === undefined ? one.hours : hours,
    timeZone: one.timeZone ?? (isDated ? (zone === home ? null : zone) : two.timeZone),
    pausedUntil: later(one.pausedUntil, two.pausedUntil),
    callBackOn,
    ...topics(one, two),
    language: one.language ?? two.language,
    bridge: callBackOn === null || (one.bridge === null && two.bridge === null) ? null : Math.min(one.bridge ?? 3, two.bridge ?? 3),
    stopped: one.stopped || two.stopped,
  };
}

/** Channels in both lists; null stands for all. */
function both(one: Channel[] | null, two: Channel[] | null): Channel[] | null {
  return one && two ? Channel.options.filter((channel) => one.includes(channel) && two.includes(channel)) : (one ?? two);
}

/** Weekdays in both lists, none standing for all; null where no day is left. */
function meet(one: number[], two: number[]): number[] | null {
  if (one.length === 0 || two.length === 0) return one.length > 0 ? one : two;
  const days = one.filter((day) => two.includes(day));
  return days.length > 0 ? days : null;
}

type Hours = NonNullable<TermsContent["hours"]>;

/** Hours in both spans, null standing for the whole day; undefined where no hour is left. */
function overlap(one: Hours | null, two: Hours | null): Hours | null | undefined {
  if (!one || !two) return one ?? two;
  const hours = { from: Math.max(one.from, two.from), to: Math.min(one.to, two.to) };
  return hours.from < hours.to ? hours : undefined;
}

const spans = ["week", "month", "quarter"] as const;

/** The fewer, in the longer span: that is within either. */
function rarer(one: TermsContent["rate"], two: TermsContent["rate"]): TermsContent["rate"] {
  if (!one || !two) return one ?? two;
  return { max: Math.min(one.max, two.max), per: spans[Math.max(spans.indexOf(one.per), spans.indexOf(two.per))]! };
}

const later = (one: string | null, two: string | null) => (one && two ? (one > two ? one : two) : (one ?? two));

/** Liked is what both name, else what either does; refused is what either refuses. */
function topics(one: TermsContent, two: TermsContent): Pick<TermsContent, "topics" | "refusedTopics"> {
  const refusedTopics = [...new Set([...one.refusedTopics, ...two.refusedTopics])].toSorted();
  const [first, second] = [one.topics ?? [], two.topics ?? []];
  const shared = first.filter((topic) => second.includes(topic));
  const liked = (shared.length > 0 ? shared : [...new Set([...first, ...second])].toSorted()).filter(
    (topic) => !refusedTopics.includes(topic),
  );
  return { topics: liked.length > 0 ? liked : null, refusedTopics };
}

/** The same wishes by another zone's clock, never wider: whole hours that fall on the same day in both, all year round. */
function inZone({ terms, zone }: Said, wanted: string, now: Date): TermsContent {
  if (zone === wanted) return terms;
  const dates = { pausedUntil: dateIn(wanted, terms.pausedUntil, zone), callBackOn: dateIn(wanted, terms.callBackOn, zone) };
  if (terms.days.length === 0 && !terms.hours) return { ...terms, ...dates };
  const ahead = minutesAhead(zone, wanted, now);
  const { from, to } = terms.hours ?? { from: 0, to: 24 };
  const hours = {
    from: Math.max(0, ...ahead.map((minutes) => Math.ceil(from + minutes / 60))),
    to: Math.min(24, ...ahead.map((minutes) => Math.floor(to + minutes / 60))),
  };
  return { ...terms, ...dates, hours: hours.from === 0 && hours.to === 24 ? null : hours };
}

/** The first day of a zone that begins no sooner than that day does in theirs. */
function dateIn(wanted: string, date: string | null, zone: string): string | null {
  if (date === null) return null;
  const begins = instantAt(zone, dayOf(date));
  const day = localDay(wanted, begins);
  return dateOf(instantAt(wanted, day) < begins ? day + 1 : day);
}

const hour = 60 * 60_000;

/** By how many minutes one zone's clock is ahead of another's, in any hour of the coming year. */
function minutesAhead(zone: string, wanted: string, now: Date): number[] {
  const wall = (name: string, at: Date) => localDay(name, at) * 24 * 60 + localMinutes(name, at);
  const found = new Set<number>();
  for (let hours = 0; hours <= 366 * 24; hours += 1) {
    const at = new Date(now.getTime() + hours * hour);
    found.add(wall(wanted, at) - wall(zone, at));
  }
  return [...found];
}
