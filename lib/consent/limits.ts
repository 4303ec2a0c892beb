import type { Terms } from "#lib/consent/ledger.ts";
import type { LawRule } from "#lib/consent/law.ts";
import type { Limit } from "#lib/follow-up/judgement.ts";
import { addMonths, dayOf, instantAt, localDay, localMinutes, sayDay, weekday } from "#lib/follow-up/local-time.ts";
import type { Reason, RuleId } from "#lib/follow-up/reason.ts";

const later = (a: Date, b: Date) => (a > b ? a : b);

const move = (rule: RuleId, sentence: string, opens: Date | null): Reason => ({
  rule,
  severity: "reschedule",
  sentence,
  ...(opens && { remedy: { do: "move", at: opens } }),
});

/** C3, C7: nothing before the day they named. */
export function notBefore(date: string, zone: string, rule: RuleId, sentence: (day: string) => string): Limit {
  const until = instantAt(zone, dayOf(date));
  return { opens: (at) => later(at, until), reason: (_at, opens) => move(rule, sentence(sayDay(zone, until)), opens) };
}

type Window = (day: number) => readonly [from: number, to: number] | null;

/** Open only inside a daily window of their clock, found again day by day for at most two weeks. */
function dailyWindow(zone: string, window: Window, reason: Limit["reason"]): Limit {
  const opens = (at: Date): Date | null => {
    const today = localDay(zone, at);
    for (let day = today; day <= today + 14; day += 1) {
      const hours = window(day);
      if (!hours) continue;
      const start = instantAt(zone, day, hours[0] * 60);
      const from = later(at, start);
      if (localDay(zone, from) === day && localMinutes(zone, from) >= hours[0] * 60 && localMinutes(zone, from) < hours[1] * 60)
        return from;
    }
    return null;
  };
  return { opens, reason };
}

/** C2: the days and hours they chose. */
export function chosenHours(terms: Terms, zone: string): Limit | null {
  if (terms.days.length === 0 && !terms.hours) return null;
  const window: Window = (day) =>
    terms.days.length > 0 && !terms.days.includes(weekday(day)) ? null : [terms.hours?.from ?? 0, terms.hours?.to ?? 24];
  return dailyWindow(zone, window, (_at, opens) => move("C2", "They chose other days or hours to hear from us.", opens));
}

/** C9: the hours the law of their country leaves open. */
export function lawfulHours({ id, name, hours }: LawRule, zone: string): Limit | null {
  if (!hours) return null;
  const window: Window = (day) => (weekday(day) === 7 ? hours.sunday : weekday(day) === 6 ? hours.saturday : hours.week);
  return dailyWindow(zone, window, (_at, opens) => ({
    ...move("C9", `Outside the hours for calls there (${name}).`, opens),
    evidence: id,
  }));
}

/** C2: at most so many a week, month or quarter, all of us counted, in any such span. */
export function chosenRate({ max, per }: NonNullable<Terms["rate"]>, contacts: Date[], zone: string): Limit {
  const days = contacts.map((at) => localDay(zone, at)).toSorted((a, b) => a - b);
  const spanEnd = (day: number) => (per === "week" ? day + 7 : addMonths(day, per === "month" ? 1 : 3));
  const opens = (at: Date): Date | null => {
    let day = localDay(zone, at);
    for (;;) {
      const full = days.findIndex((first, i) => {
        const last = days[i + max - 1];
        return last !== undefined && Math.max(last, day) < spanEnd(Math.min(first, day));
      });
      if (full < 0) return later(at, instantAt(zone, day));
      day = Math.max(day + 1, spanEnd(days[full]!));
    }
  };
  const often = max === 1 ? `one a ${per}` : `at most ${max} a ${per}`;
  return {
    opens,
    reason: (_at, open) => move("C2", `They asked for ${often}${open ? `; the next fits from ${sayDay(zone, open)}` : ""}.`, open),
  };
}

/** C7: before the date they named a few value-only touches are welcome, well apart. */
export function bridgeGap(contacts: Date[], gapDays: number, callBackOn: string, zone: string): Limit {
  const days = contacts.map((at) => localDay(zone, at));
  const end = dayOf(callBackOn);
  const opens = (at: Date) => {
    const today = localDay(zone, at);
    const last = Math.max(...days.filter((day) => Math.abs(day - today) < gapDays), -Infinity);
    return last === -Infinity || today >= end ? at : instantAt(zone, Math.min(last + gapDays, end));
  };
  return { opens, reason: (_at, open) => move("C7", "Until the date they named, touches are few and well apart.", open) };
}
