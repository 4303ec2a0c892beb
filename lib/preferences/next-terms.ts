import type { Terms } from "#lib/consent/ledger.ts";
import type { TermsContent } from "#lib/consent/terms.ts";
import { addMonths, dateOf, dayOf } from "#lib/follow-up/local-time.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Choice } from "#lib/preferences/choice.ts";

/** Nothing said yet. */
export const nothingSaid: TermsContent = {
  channels: null,
  rate: null,
  days: [],
  hours: null,
  timeZone: null,
  pausedUntil: null,
  callBackOn: null,
  stopped: false,
};

/** What stands after a choice. The latest word wins where a pause and a date to come back contradict each other; days gone by are dropped. */
export function nextTerms(current: TermsContent, choice: Choice, today: string, beforeStop: TermsContent): TermsContent {
  const { pausedUntil, callBackOn } = current;
  switch (choice.action) {
    case "save": {
      const { rate, hours, timeZone } = choice;
      const channels = Channel.options.filter((channel) => choice.channels.includes(channel));
      const days = [...new Set(choice.days)].toSorted((a, b) => a - b);
      const ahead = (date: string | null) => (date !== null && date > today ? date : null);
      const dates = { pausedUntil: ahead(pausedUntil), callBackOn: ahead(callBackOn) };
      return { channels, rate, days: days.length === 7 ? [] : days, hours, timeZone, ...dates, stopped: false };
    }
    case "pause": {
      const until = pauseEnd(choice, today);
      return { ...current, pausedUntil: until, callBackOn: callBackOn !== null && callBackOn >= until ? callBackOn : null };
    }
    case "resume":
      return { ...current, pausedUntil: null };
    case "call-back":
      return { ...current, callBackOn: choice.on, pausedUntil: pausedUntil !== null && pausedUntil > choice.on ? null : pausedUntil };
    case "stop":
      return { ...current, pausedUntil: null, callBackOn: null, stopped: true };
    case "stop-email":
      return { ...current, channels: current.channels?.filter((channel) => channel !== "email") ?? null };
    case "undo-stop":
      return { ...beforeStop, stopped: false };
  }
}

/** The day on which contact is welcome again. */
function pauseEnd(pause: Extract<Choice, { action: "pause" }>, today: string): string {
  if (pause.for === "date") return pause.until;
  return dateOf(pause.for === "2-weeks" ? dayOf(today) + 14 : addMonths(dayOf(today), 1));
}

/** The furthest day one can choose, so that a slip in the year is noticed. */
export const furthestDay = (today: string) => dateOf(addMonths(dayOf(today), 60));

/** A sentence for the field if the day chosen is not one that lies ahead. */
export function dateProblem(choice: Choice, today: string): { field: "until" | "on"; sentence: string } | null {
  const [field, date] =
    choice.action === "call-back"
      ? (["on", choice.on] as const)
      : choice.action === "pause" && choice.for === "date"
        ? (["until", choice.until] as const)
        : [];
  if (!field) return null;
  if (date <= today) return { field, sentence: "Choose a day after today." };
  if (date > furthestDay(today)) return { field, sentence: "Choose a day in the next five years." };
  return null;
}

const contentOf = ({ channels, rate, days, hours, timeZone, pausedUntil, callBackOn, stopped }: TermsContent) =>
  JSON.stringify([
    channels,
    rate && [rate.max, rate.per],
    days,
    hours && [hours.from, hours.to],
    timeZone,
    pausedUntil,
    callBackOn,
    stopped,
  ]);

export const sameTerms = (one: TermsContent, other: TermsContent) => contentOf(one) === contentOf(other);

/** Whether these are the person's own words already: then nothing is added, however often they press the button. */
export const alreadySaid = (current: Terms | null, next: TermsContent) =>
  current !== null && current.saidBy === "person" && sameTerms(current, next);

/** Whether a choice makes a version of the terms: saying again what stands does not, nor does ending a pause or a channel that no terms name. */
export function makesVersion(choice: Choice, current: Terms | null, next: TermsContent): boolean {
  if (choice.action === "resume" && !current?.pausedUntil) return false;
  if (choice.action === "stop-email" && !current?.channels?.includes("email")) return false;
  return !alreadySaid(current, next);
}
