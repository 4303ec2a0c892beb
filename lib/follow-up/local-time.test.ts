import { expect, test } from "vitest";

import { clockOf } from "#lib/follow-up/clock.ts";
import {
  addBusinessDays,
  addMonths,
  businessDaysBetween,
  dateOf,
  dayOf,
  instantAt,
  localDay,
  localMinutes,
  sayCalendarDay,
  weekday,
} from "#lib/follow-up/local-time.ts";

const slowlyAdded = (from: number, count: number) => {
  let day = from;
  for (let left = count; left > 0;) if (weekday((day += 1)) <= 5) left -= 1;
  return day;
};

test("business days are counted as one counts them on a calendar", () => {
  for (let from = dayOf("2026-11-02"); from < dayOf("2026-11-16"); from += 1)
    for (let count = 1; count < 30; count += 1) {
      const to = addBusinessDays(from, count);
      expect(to).toBe(slowlyAdded(from, count));
      expect(businessDaysBetween(from, to)).toBe(count);
    }
  expect(addBusinessDays(dayOf("2026-11-07"), 0)).toBe(dayOf("2026-11-07"));
  expect(businessDaysBetween(dayOf("2026-11-06"), dayOf("2026-11-08"))).toBe(0);
  expect(businessDaysBetween(dayOf("2026-11-06"), dayOf("2026-11-02"))).toBe(0);
});

test("a day is said by its own date, leap days and century ends as well", () => {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const wrong: string[] = [];
  for (let day = dayOf("1999-12-25"); day < dayOf("2101-03-05"); day += 1) {
    const [, month, date] = dateOf(day).split("-").map(Number);
    if (!sayCalendarDay(day).endsWith(` ${date} ${names[month! - 1]}`)) wrong.push(sayCalendarDay(day));
  }
  expect(wrong).toEqual([]);
  expect(sayCalendarDay(dayOf("2028-02-29"))).toBe("Tue 29 Feb");
});

const changing = [
  "Europe/Dublin",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Africa/Casablanca",
  "Asia/Tehran",
];
const twoDigits = (number: number) => String(number).padStart(2, "0");

/** Every minute of the days on which a zone's clock changes, and the hour before. */
function* minutesOfChange(zone: string) {
  for (let day = dayOf("2024-01-01"); day < dayOf("2032-01-01"); day += 1) {
    const start = instantAt(zone, day).getTime();
    const next = instantAt(zone, day + 1).getTime();
    if (next - start !== 86_400_000) for (let at = start - 60 * 60_000; at < next; at += 60_000) yield new Date(at);
  }
}

test.each(changing)("%s: the wall clock is read right to the minute through every change of 2024 to 2031", (zone) => {
  const wall = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" });
  const wrong: string[] = [];
  for (const at of minutesOfChange(zone)) {
    const minutes = localMinutes(zone, at);
    const date = dateOf(localDay(zone, at)).split("-").toReversed().join("/");
    const said = `${date}, ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
    if (said !== wall.format(at)) wrong.push(said);
  }
  expect(wrong).toEqual([]);
});

test("a gap opens at its end, a fold at its first passing", () => {
  expect(instantAt("Europe/Dublin", dayOf("2026-03-29"), 90).toISOString()).toBe("2026-03-29T01:00:00.000Z");
  expect(instantAt("Europe/Dublin", dayOf("2026-10-25"), 90).toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(localDay("Pacific/Apia", instantAt("Pacific/Apia", dayOf("2011-12-30")))).toBe(dayOf("2011-12-31"));
});

test("dates and days are each other's inverse, and agree with the calendar", () => {
  const wrong: string[] = [];
  for (let day = -200_000; day < 60_000; day += 13) {
    const said = dateOf(day);
    if (said !== new Date(day * 86_400_000).toISOString().slice(0, 10) || dayOf(said) !== day) wrong.push(said);
  }
  expect(wrong).toEqual([]);
});

test("months keep the date, or end with the month", () => {
  const added = (date: string, count: number) => dateOf(addMonths(dayOf(date), count));
  expect([added("2026-01-31", 1), added("2028-01-31", 1), added("2026-11-30", 3), added("2026-03-31", -1)]).toEqual([
    "2026-02-28",
    "2028-02-29",
    "2027-02-28",
    "2026-02-28",
  ]);
  expect([added("2026-12-15", 1), added("2026-01-15", -1), added("2026-06-30", 12)]).toEqual(["2027-01-15", "2025-12-15", "2027-06-30"]);
});

test("a zone has one clock, however its name is spelt", () => {
  expect(clockOf("aMERICA/aRGENTINA/bUENOS_aIRES")).toBe(clockOf("America/Argentina/Buenos_Aires"));
});
