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
const blank = valuesOf(null, unknown, "Europe/Lisbon");

test("nobody is ticked into a yes they did not give themselves", () => {
  expect(blank).toMatchObject({ channels: [], rate: "", days: [], when: "any", timeZone: "Europe/Lisbon" });
  expect(valuesOf(null, { ...unknown, email: agreed("rep") }, "UTC").channels).toEqual([]);
  expect(valuesOf(null, { ...unknown, email: agreed("person") }, "UTC").channels).toEqual(["email"]);
});

test("what was typed stands over what was saved, with a sentence at each field", () => {
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
    channels: "Tick at least one way. If you want none, press “Stop all contact”.",
    "hours.to": "Choose an end after the start.",
    timeZone: "Choose where you are.",
  });
});

test("a day is judged by today, a conflict by what was pressed, anything else by a plain sentence", () => {
  const problems = (query: Record<string, string | string[]>) => readBack(query, blank, "2026-11-22").problems;
  expect(problems({ problem: "invalid", action: "pause", for: "date", until: "2026-11-22" })).toEqual({
    until: "Choose a day after today.",
  });
  expect(problems({ problem: "invalid", action: "call-back", on: "" })).toEqual({ on: "Choose a day." });
  expect(problems({ problem: "conflict", action: "undo-stop" }).form).toContain("ten minutes");
  expect(problems({ problem: "<script>", action: ["a", "b"], "hours.__proto__.x": "1" })).toEqual({
    form: "That did not work, and nothing has changed. Please try again.",
  });
  expect(problems({ done: "saved" })).toEqual({});
});
