import { type Channel, channelNames } from "#lib/follow-up/vocabulary.ts";

/** One follow-up as a calendar shows it: whom, how, when and why it helps them; nothing else leaves the house. */
export type CalendarEntry = {
  id: string;
  prospectId: string;
  name: string;
  companyName: string | null;
  channel: Channel;
  at: Date;
  helps: string;
  revision: number;
  /** When it was last planned, moved or judged. */
  changedAt: Date;
};

/** How long an entry takes in a calendar, in minutes. */
const takes = 15;
const octets = 75;
const utf8 = new TextEncoder();

/** An iCalendar object (RFC 5545) of a member's follow-ups, at times in UTC. `base` is where their pages are. */
export function writeCalendar(entries: CalendarEntry[], { base, host }: { base: string; host: string }): string {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tactful//Follow-ups//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"],
    ...["X-WR-CALNAME:Follow-ups", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"],
    ...entries.flatMap((entry) => event(entry, base, host)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function event({ id, prospectId, name, companyName, channel, at, helps, revision, changedAt }: CalendarEntry, base: string, host: string) {
  const who = companyName ? `${name}, ${companyName}` : name;
  return [
    "BEGIN:VEVENT",
    `UID:${id}@${host}`,
    `DTSTAMP:${utc(changedAt)}`,
    `SEQUENCE:${revision}`,
    `DTSTART:${utc(at)}`,
    `DURATION:PT${takes}M`,
    `SUMMARY:${escaped(`${channelNames[channel]}: ${who}`)}`,
    `DESCRIPTION:${escaped(helps)}`,
    `URL:${base}/prospects/${prospectId}`,
    "STATUS:CONFIRMED",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** 20261124T100000Z. */
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, "");

/** A text value: what would end it, or begin another, stands behind a backslash. */
export const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** At most 75 octets a line, never within a character; each line that goes on begins with a blank. */
export function fold(line: string): string {
  let folded = "";
  let used = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (used + size > octets) {
      folded += "\r\n ";
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}
