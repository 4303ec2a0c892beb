import { weekdayNames } from "#lib/consent/terms.ts";
import { localDay, sayDayInFull, weekday } from "#lib/follow-up/local-time.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";
import { type Channel } from "#lib/follow-up/vocabulary.ts";

/** An instant by their own clock: "Thursday 19 November 2026, 08:41". */
export function sayMoment(zone: string, at: Date): string {
  const day = localDay(zone, at);
  return `${weekdayNames[weekday(day) - 1]} ${sayDayInFull(day)}, ${sayClock(zone, at)}`;
}

export const sayDayOf = (zone: string, at: Date) => sayDayInFull(localDay(zone, at));

/** What is planned with them: the kind and a rough date, never the hour or the content. */
export function sayPlanned({ channel, at }: { channel: Channel; at: Date }, zone: string): string {
  const day = localDay(zone, at);
  return `${kinds[channel]} in the week of ${sayDayInFull(day - weekday(day) + 1)}`;
}

const kinds: Record<Channel, string> = {
  email: "An e-mail",
  phone: "A call",
  sms: "A text message",
  linkedin: "A message on LinkedIn",
  mail: "A letter",
  meeting: "A meeting",
};

/** Several things in one sentence: "a, b and c". */
export const list = (parts: string[]) => (parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);
