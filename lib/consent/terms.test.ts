import { expect, test } from "vitest";

import { describeTerms, nothingSaid, type TermsContent, toTerms } from "#lib/consent/terms.ts";

const say = (over: Partial<TermsContent>, today?: string) => describeTerms({ ...nothingSaid, ...over }, today).join(" ");

test("what they asked for, in one sentence", () => {
  expect(say({ channels: ["email"], rate: { max: 1, per: "month" }, days: [4, 2, 3], hours: { from: 8, to: 12 } })).toBe(
    "E-mail only, at most once a month, Tuesday to Thursday, mornings.",
  );
  expect(say({ channels: ["email", "phone", "linkedin"], rate: { max: 2, per: "quarter" } })).toBe(
    "E-mail, phone or LinkedIn, at most twice every three months.",
  );
  expect(say({ channels: ["phone", "sms"], days: [1, 3], hours: { from: 12, to: 17 } })).toBe(
    "Phone or text message, Monday and Wednesday, afternoons.",
  );
  expect(say({ rate: { max: 3, per: "week" }, hours: { from: 9, to: 11 } })).toBe("At most 3 times a week, between 9:00 and 11:00.");
});

test("days: one, two, some, a run, all", () => {
  const days = (...each: number[]) => say({ days: each });
  expect(days(5)).toBe("Fridays.");
  expect(days(6, 7)).toBe("Saturday and Sunday.");
  expect(days(1, 2, 4)).toBe("Monday, Tuesday and Thursday.");
  expect(days(1, 2, 3, 4, 5)).toBe("Monday to Friday.");
  expect(days(1, 2, 3, 4, 5, 6, 7)).toBe("");
});

test("a pause and a date to come back stand beside it, until they are past", () => {
  const both = { pausedUntil: "2027-01-04", callBackOn: "2027-05-03" };
  expect(say({ channels: ["email"], ...both })).toBe("E-mail only. Quiet until 4 January 2027. Come back on 3 May 2027.");
  expect(say(both, "2027-01-04")).toBe("Come back on 3 May 2027.");
  expect(say(both, "2027-05-04")).toBe("");
});

test("topics, language and what is welcome until a day", () => {
  expect(say({ topics: ["audits", "energy"], refusedTopics: ["pumps"], language: "de" })).toBe(
    "Likes to hear about audits, energy. Nothing more about pumps. In German.",
  );
  expect(say({ callBackOn: "2027-05-03", bridge: 2 })).toBe("Come back on 3 May 2027, with at most 2 useful things until then.");
  expect(say({ callBackOn: "2027-05-03", bridge: 0 })).toBe("Come back on 3 May 2027, and nothing until then.");
});

test("a stop says nothing else", () => {
  expect(say({ channels: ["email"], stopped: true })).toBe("No contact at all.");
  expect(say({ channels: [] })).toBe("No channel.");
});

test("a row becomes terms, from the client's dates or from JSON's text", () => {
  const row = {
    version: 2,
    channels: ["email"],
    channelsSaid: true,
    maxTouches: 1,
    maxPer: "month",
    days: [2],
    topics: ["audits"],
    refusedTopics: [],
    language: "de",
    bridge: null,
    fromHour: 8,
    toHour: 12,
    timeZone: "Europe/Lisbon",
  };
  const dates = { pausedUntil: new Date("2027-01-04T00:00:00Z"), callBackOn: null, createdAt: new Date("2026-05-03T20:14:00Z") };
  const fromClient = toTerms({ ...row, ...dates, stopped: false, saidBy: "person" });
  expect(fromClient).toMatchObject({
    rate: { max: 1, per: "month" },
    hours: { from: 8, to: 12 },
    pausedUntil: "2027-01-04",
    callBackOn: null,
    topics: ["audits"],
    language: "de",
  });
  const fromJson = toTerms({
    ...row,
    pausedUntil: "2027-01-04",
    callBackOn: null,
    createdAt: "2026-05-03T20:14:00+00:00",
    stopped: false,
    saidBy: "person",
  });
  expect(fromJson).toEqual(fromClient);
  expect(toTerms({ ...row, ...dates, channelsSaid: false, channels: [], stopped: false, saidBy: "rep" }).channels).toBeNull();
});
