import { type Day, instantAt, localDay } from "#lib/follow-up/local-time.ts";
import type { Letter } from "#lib/mail/message.ts";
import { type DigestKind, digestKinds } from "#lib/today/digest-kinds.ts";

/** How many there are of each; nothing where there is none. */
export type DigestCounts = Partial<Record<DigestKind, number>>;

/** How late a digest may still be sent, in milliseconds: after a longer standstill the next day's is soon enough. */
const late = 3 * 3_600_000;

/**
 * The day of theirs whose digest is due now, or null: from the hour they chose on, the first instant after it where their clock leaps over it. Yesterday's
 * may still be due where that leap ends the day.
 */
export function digestDay(zone: string, hour: number, now: Date): Day | null {
  const today = localDay(zone, now);
  return [today, today - 1].find((day) => isDue(now.getTime() - instantAt(zone, day, hour * 60).getTime())) ?? null;
}

const isDue = (since: number) => since >= 0 && since < late;

const said: Record<DigestKind, (count: number, more: string) => string> = {
  promised: (count, more) => `${count}${more} ${count === 1 ? "promise" : "promises"} due`,
  answered: (count, more) => `${count}${more} ${count === 1 ? "answer" : "answers"} waiting`,
  "called-back": (count, more) => `${count}${more} ${count === 1 ? "person" : "people"} named this day`,
  due: (count, more) => `${count}${more} ${count === 1 ? "follow-up" : "follow-ups"} due`,
  held: (count, more) => `${count}${more} ${count === 1 ? "plan" : "plans"} taken off`,
  "left-alone": (count, more) => `${count}${more} ${count === 1 ? "person" : "people"} left alone too long`,
  welcomed: (count, more) => `${count}${more} ${count === 1 ? "touch" : "touches"} welcomed in the last seven days`,
};

/** From this count on there may be more than were counted. */
export const countedTo = 15;

/** The digest in counts alone: whom it is about is read on the desk. Null where there is nothing to do, for good news alone is no reason to write. */
export function digestLetter(counts: DigestCounts, url: { today: string; settings: string }): Letter | null {
  const parts = digestKinds.flatMap((kind) => {
    const count = Math.min(counts[kind] ?? 0, countedTo);
    return count > 0 ? [{ kind, text: said[kind](count, (counts[kind] ?? 0) > countedTo ? " or more" : "") }] : [];
  });
  const work = parts.filter(({ kind }) => kind !== "welcomed").map(({ text }) => text);
  const welcomed = parts.find(({ kind }) => kind === "welcomed")?.text;
  if (work.length === 0) return null;
  return {
    subject: work.slice(0, 3).join(", "),
    paragraphs: [
      work.map((text) => `– ${text}`).join("\n"),
      ...(welcomed ? [`Good to know: ${welcomed}.`] : []),
      `Your day is here:\n${url.today}`,
    ],
    why: `You get this message because you asked for a daily digest. Choose another hour, or none, here:\n${url.settings}`,
  };
}

/** When the next digest comes. */
export function nextDigest(zone: string, hour: number, now: Date): Date {
  const today = localDay(zone, now);
  const first = instantAt(zone, today, hour * 60);
  return first > now ? first : instantAt(zone, today + 1, hour * 60);
}
