import { expect, test } from "vitest";

import type { Standing } from "#lib/consent/standing.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { readBack, valuesOf } from "#lib/preferences/form-values.ts";

const unknown = Object.fromEntries(Channel.options.map((channel) => [channel, { kind: "unknown" }])) as Record<Channel, Standing>;
const entry = { id: "1", channel: "email", status: "express", basis: null, effectiveFrom: new Date(0), effectiveTo: null } as const;
const agreed = (saidBy: "person" | "rep"): Standing => ({
  kind: "agreed",
  status: "express",
  basis: null,
  since: new Date(0),
  until: null,
  entry: { ...entry, saidBy },
});
const blank = valuesOf(null, unknown, "Europe/Lisbon", "en");

test("nobody is ticked into a yes they did not give themselves", () => {
  expect(blank).toMatchObject({ channels: [], rate: "", days: [], when: "any", timeZone: "Europe/Lisbon" });
  expect(valuesOf(null, { ...unknown, email: agreed("rep") }, "UTC", "en").channels).toEqual([]);
  expect(valuesOf(null, { ...unknown, email: agreed("person") }, "UTC", "en").channels).toEqual(["email"]);
});

test("what was typed stands over what was saved, with what is wrong at each field", () => {
  const query = {
    problem: "invalid",
    action: "save",
    "days[]": ["2", "3"],
    rate: "2/month",
    "hours.when": "between",
    "hours.from": "11",
    "hours.to": "9",
    timeZone: "Mars",
  };
  const { values, problems } = readBack(query, blank, "2026-11-22");
  expect(values).toMatchObject({ channels: [], rate: "2/month", days: ["2", "3"], when: "between", from: "11", to: "9" });
  expect(problems).toEqual({
    channels: "noChannel",
    "hours.to": "hoursOrder",
    timeZone: "zone",
  });
});

test("a day is judged by today, a conflict by what was pressed, an answer by its words, anything else has failed", () => {
  const problems = (query: Record<string, string | string[]>) => readBack(query, blank, "2026-11-22").problems;
  expect(problems({ problem: "invalid", action: "pause", for: "date", until: "2026-11-22" })).toEqual({
    until: "dayPast",
  });
  expect(problems({ problem: "invalid", action: "call-back", on: "" })).toEqual({ on: "day" });
  expect(problems({ problem: "conflict", action: "undo-stop" }).form).toBe("undoOver");
  expect(problems({ problem: "conflict", action: "save", why: "ownMailbox" }).form).toBe("ownMailbox");
  expect(problems({ problem: "conflict", action: "save", why: "<script>" }).form).toBe("stopped");
  expect(problems({ problem: "<script>", action: ["a", "b"], "hours.__proto__.x": "1" })).toEqual({
    form: "failed",
  });
  expect(problems({ problem: "invalid", action: "refer" })).toEqual({ form: "words" });
  expect(problems({ problem: "not-found", action: "accept" })).toEqual({ form: "gone" });
  expect(problems({ problem: "invalid", action: "erase" })).toEqual({ form: "check" });
  expect(problems({ done: "saved" })).toEqual({});
});
