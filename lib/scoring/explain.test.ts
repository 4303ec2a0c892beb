import { expect, test } from "vitest";

import { lint } from "#lib/language/phrases.ts";
import { explain } from "#lib/scoring/explain.ts";
import { aDossier, aPlan, aTouch, daysFromNow, judge } from "#tests/factories/dossier.ts";

test("a welcome touch is explained by what it brings", () => {
  expect(explain(judge())).toBe(
    "This touch is welcome. It brings: new to them, helps them, about them, by name, easy to answer, easy way out. Nothing they told us speaks against it. It comes at a good pace for them.",
  );
});

test("a refusal says what would have to change, each thing once", () => {
  const words = explain(
    judge(aPlan({ helps: "", offer: { kind: "none", assetId: null, text: "" } }), aDossier({ touches: [aTouch(daysFromNow(0, 8))] })),
  );
  expect(words).toContain("This touch comes at the wrong time. It brings: by name");
  expect(words).toContain("Say in one sentence why this helps them.");
  expect(new Set(words.split(". ")).size).toBe(words.split(". ").length);
});

test("a stop is explained without a word on value", () => {
  const stop = {
    id: "s",
    channel: "any",
    status: "objected",
    basis: null,
    saidBy: "person",
    effectiveFrom: daysFromNow(-3),
    effectiveTo: null,
  } as const;
  const words = explain(judge(aPlan(), aDossier({ ledger: [stop] })));
  expect(words).toContain("This touch must not be made. They have not agreed to it");
  expect(words).toContain("They asked us to stop all contact, since 30 October 2026.");
  expect(words).not.toContain("brings:");
});

test("nothing in an explanation is itself pushy", () => {
  const drafts = ["", "Just checking in, Jill.", "I still haven't heard from you."];
  for (const draft of drafts) expect(lint(explain({ ...judge(aPlan({ draft })), reasons: [] }))).toEqual([]);
});
