import { expect, test } from "vitest";

import { changesOf, sayChanges } from "#lib/events/changes.ts";

test("only what reads differently is a change", () => {
  const before = { title: "CFO", company: "Vilar", zone: null, emails: ["a@x.example", ""], day: new Date("2026-11-03"), own: 1 };
  const after = { title: "COO", company: "Vilar", zone: "", emails: ["a@x.example"], day: "2026-11-04", other: "new" };
  expect(changesOf(before, after)).toEqual({ title: ["CFO", "COO"], day: ["2026-11-03", "2026-11-04"] });
});

test("a change is said in a line, an empty field by its word, a long one in short", () => {
  const said = sayChanges({ jobTitle: ["CFO", null], body: [null, "x".repeat(200)] }, { jobTitle: "Title" });
  expect(said[0]).toBe("Title: CFO → empty");
  expect(said[1]).toBe(`body: empty → ${"x".repeat(119)}…`);
});
