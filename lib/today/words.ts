import { localDay, sayDay } from "#lib/follow-up/local-time.ts";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import { dispositionNames } from "#lib/follow-up/touch.ts";
import type { QueueRow } from "#lib/today/queue.ts";

type Told = Pick<QueueRow, "group" | "at" | "words" | "unanswered" | "nextAt">;

/** Why a row is in the queue, in one line. */
export function whyHere({ group, at, words, unanswered, nextAt }: Told, zone: string, now: Date): string {
  const days = localDay(zone, now) - localDay(zone, at);
  switch (group) {
    case "promised":
      return `You promised: ${words}${days > 0 ? ` – due ${sayDay(zone, at)}` : ", by today"}`;
    case "answered":
      return `${days === 0 ? "Today" : days === 1 ? "Yesterday" : sayDay(zone, at)}${words ? `: “${words}”` : ", and nothing is planned yet."}`;
    case "called-back":
      return `They asked to hear from you ${days === 0 ? "today" : `on ${sayDay(zone, at)}`}${words ? `: “${words}”` : "."}`;
    case "due":
      return `${days > 0 ? `Overdue since ${sayDay(zone, at)}. ` : ""}${words ?? ""}`;
    case "held":
      return words ?? "Taken off the schedule.";
    case "left-alone":
      return `${days} days of silence, nothing planned${unanswered > 0 ? `; ${unanswered} unanswered` : ""}.`;
    case "not-asked":
      return nextAt
        ? `Before ${sayDay(zone, nextAt)}: ask how they want to hear from you.`
        : "Not asked yet how they want to hear from you.";
  }
}

/** The last exchange, as a column says it: "Sent, 2 Nov". */
export function sayLast({ lastAt, lastDisposition }: Pick<QueueRow, "lastAt" | "lastDisposition">, zone: string, now: Date): string | null {
  return lastAt && lastDisposition ? `${dispositionNames[lastDisposition]}, ${sayWhen(zone, lastAt, now)}` : null;
}
