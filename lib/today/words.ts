import { localDay, sayDay } from "#lib/follow-up/local-time.ts";

type Told = { group: string; at: Date; words: string | null; unanswered: number };

/** Why a row is in the queue, in one line. */
export function whyHere({ group, at, words, unanswered }: Told, zone: string, now: Date): string {
  const days = localDay(zone, now) - localDay(zone, at);
  switch (group) {
    case "promised":
      return `You promised: ${words}${days > 0 ? ` – due ${sayDay(zone, at)}` : ", by today"}`;
    case "answered":
      return `${days === 0 ? "Today" : days === 1 ? "Yesterday" : sayDay(zone, at)}${words ? `: “${words}”` : ", and nothing is planned yet."}`;
    case "due":
      return `${days > 0 ? `Overdue since ${sayDay(zone, at)}. ` : ""}${words ?? ""}`;
    case "held":
      return words ?? "Taken off the schedule.";
    default:
      return `${days} days of silence, nothing planned${unanswered > 0 ? `; ${unanswered} unanswered` : ""}.`;
  }
}
