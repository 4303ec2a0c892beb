import type { Terms } from "#lib/consent/ledger.ts";
import type { Hours, LawRule } from "#lib/consent/law.ts";
import type { Clock, Day } from "#lib/follow-up/clock.ts";
import type { Contact } from "#lib/follow-up/history.ts";
import { closedUntil, laterReason, type Limit, never, windowCap } from "#lib/follow-up/judgement.ts";
import { addMonths, sayCalendarDay, weekday } from "#lib/follow-up/local-time.ts";
import type { RuleId } from "#lib/follow-up/reason.ts";

/** C3, C7: nothing before the day they named. */
export function notBefore(date: Day, clock: Clock, rule: RuleId, sentence: (day: string) => string): Limit {
  return closedUntil(clock.instant(date), () => ({ rule, sentence: sentence(sayCalendarDay(date)) }));
}

type Opening = (day: Day) => Hours;

/** Open only inside windows of their clock, found again day by day for at most three weeks: the longest run of holidays is shorter. */
function dailyWindows(clock: Clock, opening: Opening, reason: Limit["reason"]): Limit {
  const opens = (at: number): number => {
    const today = clock.day(at);
    for (let day = today; day <= today + 21; day += 1) {
      for (const [from, to] of opening(day) ?? []) {
        const start = Math.max(at, clock.instant(day, from * 60));
        const minutes = clock.minutes(start);
        if (clock.day(start) === day && minutes >= from * 60 && minutes < to * 60) return start;
      }
    }
    return never;
  };
  return { opens, reason };
}

const wholeDay: Hours = [[0, 24]];

/** C2: the days and hours they chose. */
export function chosenHours({ days, hours }: Terms, clock: Clock): Limit | null {
  if (days.length === 0 && !hours) return null;
  const chosen: Hours = hours ? [[hours.from, hours.to]] : wholeDay;
  const opening: Opening = (day) => (days.length > 0 && !days.includes(weekday(day)) ? null : chosen);
  return dailyWindows(
    clock,
    opening,
    laterReason(() => ({ rule: "C2", sentence: "They chose other days or hours to hear from us." })),
  );
}

export type Holidays = ReadonlyMap<Day, string>;

/** C2, C9: the hours the law of their country leaves open on each day, a public holiday being a Sunday; and nobody is rung up or visited on a holiday of theirs. */
export function quietHours(ruleOn: (day: Day) => LawRule | null, clock: Clock, holidays: Holidays): Limit {
  const opening: Opening = (day) => {
    const hours = ruleOn(day)?.hours;
    if (!hours) return holidays.has(day) ? null : wholeDay;
    const of = weekday(day);
    return of === 7 || holidays.has(day) ? hours.sunday : of === 6 ? hours.saturday : hours.week;
  };
  return dailyWindows(clock, opening, (at, opens) => {
    const day = clock.day(at);
    const rule = ruleOn(day);
    const holiday = holidays.get(day);
    const sentence = holiday
      ? `${sayCalendarDay(day)} is a public holiday there (${holiday}).`
      : `Outside the hours for calls there (${rule?.name}).`;
    return laterReason(() => ({ rule: rule?.hours ? "C9" : "C2", sentence, ...(rule && { evidence: rule.id }) }))(at, opens);
  });
}

/** C9: so many touches by these channels in so many days, where the law says how many. */
export function lawfulCap({ id, name, cap, channels }: LawRule, contacts: readonly Contact[], clock: Clock): Limit | null {
  if (!cap) return null;
  const counted = contacts.filter(({ channel }) => channels.includes(channel));
  const most = `${cap.touches} ${cap.touches === 1 ? "touch" : "touches"} in ${cap.days === 1 ? "a day" : `${cap.days} days`}`;
  return windowCap(counted, cap.touches, cap.days, (opens) => ({
    rule: "C9",
    sentence: `${most} is the most there (${name}).${opens === never ? "" : ` Next on ${sayCalendarDay(clock.day(opens))}.`}`,
    evidence: id,
  }));
}

/** C2: at most so many a week, month or quarter, all of us counted, in any such span. */
export function chosenRate({ max, per }: NonNullable<Terms["rate"]>, contacts: readonly Contact[], clock: Clock): Limit {
  const spanEnd = (day: Day) => (per === "week" ? day + 7 : addMonths(day, per === "month" ? 1 : 3));
  const opens = (at: number): number => {
    let day = clock.day(at);
    for (;;) {
      const full = contacts.findIndex(({ day: first }, i) => {
        const last = contacts[i + max - 1]?.day;
        return last !== undefined && Math.max(last, day) < spanEnd(Math.min(first, day));
      });
      if (full < 0) return Math.max(at, clock.instant(day));
      day = Math.max(day + 1, spanEnd(contacts[full]!.day));
    }
  };
  const often = max === 1 ? `one a ${per}` : `at most ${max} a ${per}`;
  return {
    opens,
    reason: laterReason((open) => ({
      rule: "C2",
      sentence: `They asked for ${often}${open === never ? "" : `; the next fits from ${sayCalendarDay(clock.day(open))}`}.`,
    })),
  };
}

/** C7: before the date they named a few value-only touches are welcome, well apart. */
export function bridgeGap(contacts: readonly Contact[], gapDays: number, end: Day, clock: Clock): Limit {
  const opens = (at: number) => {
    const today = clock.day(at);
    if (today >= end) return at;
    let last = -Infinity;
    for (const { day } of contacts) if (Math.abs(day - today) < gapDays) last = Math.max(last, day);
    return last === -Infinity ? at : clock.instant(Math.min(last + gapDays, end));
  };
  return { opens, reason: laterReason(() => ({ rule: "C7", sentence: "Until the date they named, touches are few and well apart." })) };
}
