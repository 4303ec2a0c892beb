import { expect, test } from "vitest";

import { sayClock, sayDate, sayDistance, sayPlace, sayWhen } from "#lib/follow-up/say-when.ts";

const now = new Date("2026-11-22T08:40:00Z");
const zone = "Europe/Amsterdam";

test.each([
  ["2026-11-22T22:30:00Z", "today"],
  ["2026-11-22T23:30:00Z", "tomorrow"],
  ["2026-11-21T12:00:00Z", "yesterday"],
  ["2026-11-18T12:00:00Z", "4 days ago"],
  ["2026-11-02T12:00:00Z", "2 Nov"],
  ["2026-11-24T12:00:00Z", "Tue 24 Nov"],
  ["2025-11-24T12:00:00Z", "24 Nov 2025"],
])("%s is %s", (at, said) => expect(sayWhen(zone, new Date(at), now)).toBe(said));

test("a calendar day keeps its date", () => {
  expect(sayDate("2026-11-24", "2026-11-22")).toBe("Tue 24 Nov");
  expect(sayDate("2027-01-04", "2026-11-22")).toBe("4 Jan 2027");
});

test("their clock and how far it is", () => {
  expect([sayClock("Asia/Kathmandu", now), sayPlace("America/New_York")]).toEqual(["14:25", "New York"]);
  expect(sayDistance("Europe/Lisbon", zone, now)).toBe("1 hour behind you");
  expect(sayDistance("Asia/Kathmandu", zone, now)).toBe("4 h 45 min ahead of you");
  expect(sayDistance("Pacific/Auckland", zone, new Date("2026-11-22T20:00:00Z"))).toBe("12 hours ahead of you");
  expect(sayDistance("Europe/Berlin", zone, now)).toBe("");
});
