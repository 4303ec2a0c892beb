import fc from "fast-check";
import { expect, test } from "vitest";

import { Channel } from "#lib/follow-up/vocabulary.ts";
import { type CalendarEntry, escaped, fold, writeCalendar } from "#lib/schedule/calendar.ts";

const anyText = fc.string({ unit: "binary", maxLength: 300 }).map((text) => text.toWellFormed());
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
  id: fc.uuid(),
  prospectId: fc.uuid(),
  name: anyText,
  companyName: fc.option(anyText),
  channel: fc.constantFrom(...Channel.options),
  at: fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
  helps: anyText,
  revision: fc.nat(),
  changedAt: fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
});
const place = { base: "https://crm.example.com", host: "crm.example.com" };

/** As a calendar reads it (RFC 5545, 3.1 and 3.3.11). */
const unfold = (text: string) => text.replaceAll("\r\n ", "");
const unescape = (value: string) => value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === "n" ? "\n" : mark));
const said = (text: string) => text.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");

test("whatever is folded is at most 75 octets a line and reads as it was", () => {
  fc.assert(
    fc.property(anyText.map(escaped), (line) => {
      const folded = fold(line);
      for (const part of folded.split("\r\n")) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
      expect(unfold(folded)).toBe(line);
    }),
  );
});

test("whatever people are called, each entry is one event whose words come back", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      const written = writeCalendar(entries, place);
      expect(written.endsWith("END:VCALENDAR\r\n")).toBe(true);
      expect(written.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      const lines = unfold(written).split("\r\n");
      const values = (name: string) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
      expect(values("BEGIN").filter((what) => what === "VEVENT")).toHaveLength(entries.length);
      expect(values("UID")).toEqual(entries.map(({ id }) => `${id}@crm.example.com`));
      expect(values("DESCRIPTION").map(unescape)).toEqual(entries.map(({ helps }) => said(helps)));
      expect(values("SEQUENCE")).toEqual(entries.map(({ revision }) => `${revision}`));
      for (const [i, start] of values("DTSTART").entries()) {
        expect(start).toMatch(/^\d{8}T\d{6}Z$/);
        const read = new Date(start.replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z"));
        expect(read.getTime()).toBe(Math.floor(entries[i]!.at.getTime() / 1000) * 1000);
      }
    }),
  );
});

test("an entry as it is written", () => {
  const written = writeCalendar(
    [
      {
        ...{ id: "0193", prospectId: "0194", name: "Ana Montenegro", companyName: "Vilar; Filhos", channel: "phone" },
        ...{ at: new Date("2026-11-24T10:00:00Z"), helps: "The audit rule changed,\nand it concerns her", revision: 2 },
        changedAt: new Date("2026-11-20T08:30:15.250Z"),
      },
    ],
    place,
  );
  expect(written.split("\r\n").slice(8, -2)).toEqual([
    "BEGIN:VEVENT",
    "UID:0193@crm.example.com",
    "DTSTAMP:20261120T083015Z",
    "SEQUENCE:2",
    "DTSTART:20261124T100000Z",
    "DURATION:PT15M",
    String.raw`SUMMARY:Phone: Ana Montenegro\, Vilar\; Filhos`,
    String.raw`DESCRIPTION:The audit rule changed\,\nand it concerns her`,
    "URL:https://crm.example.com/prospects/0194",
    "STATUS:CONFIRMED",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
});
