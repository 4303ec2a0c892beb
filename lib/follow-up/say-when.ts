import { dateOf, localDay, localMinutes, sayDay } from "#lib/follow-up/local-time.ts";

/** "10:05" on their wall. */
export function sayClock(zone: string, at: Date): string {
  const minutes = localMinutes(zone, at);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A past or coming day as one says it: "today", "4 days ago", "2 Nov", "Tue 24 Nov", "24 Nov 2025" in another year. */
export function sayWhen(zone: string, at: Date, now: Date): string {
  const ahead = localDay(zone, at) - localDay(zone, now);
  if (ahead === 0) return "today";
  if (ahead === 1) return "tomorrow";
  if (ahead === -1) return "yesterday";
  if (ahead < 0 && ahead > -7) return `${-ahead} days ago`;
  const said = inYear(sayDay(zone, at), dateOf(localDay(zone, at)), dateOf(localDay(zone, now)));
  return ahead < 0 ? said.replace(/^[A-Z]\w+ /, "") : said;
}

/** A calendar day as one says it, without passing through a clock: "Tue 24 Nov", with its year where that is another one. */
export function sayDate(date: string, today: string): string {
  return inYear(sayDay("UTC", new Date(`${date}T00:00:00Z`)), date, today);
}

const inYear = (said: string, date: string, today: string) =>
  date.slice(0, 4) === today.slice(0, 4) ? said : `${said.replace(/^[A-Z]\w+ /, "")} ${date.slice(0, 4)}`;

/** How far their clock is from the viewer's, in words; empty when it shows the same. */
export function sayDistance(theirs: string, viewers: string, now: Date): string {
  const minutes = (localDay(theirs, now) - localDay(viewers, now)) * 1_440 + localMinutes(theirs, now) - localMinutes(viewers, now);
  if (minutes === 0) return "";
  const hours = Math.abs(minutes) / 60;
  const said = Number.isInteger(hours)
    ? `${hours} ${hours === 1 ? "hour" : "hours"}`
    : `${Math.floor(hours)} h ${Math.abs(minutes) % 60} min`;
  return `${said} ${minutes < 0 ? "behind" : "ahead of"} you`;
}

/** "America/New_York" as "New York". */
export const sayPlace = (zone: string) => zone.split("/").at(-1)!.replaceAll("_", " ");
