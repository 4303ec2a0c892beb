import { expect, test } from "vitest";

import { betterWay, type Known } from "#lib/language/better-way.ts";
import { lint, type PhraseHit, phrases } from "#lib/language/phrases.ts";

const nothing: Known = { givenName: null, asset: null, theySaid: null, goal: null, question: null };
const known: Known[] = [
  nothing,
  { ...nothing, givenName: "Ana", question: "Does it export to DATEV?" },
  { ...nothing, givenName: "Ana", asset: "Freight guide" },
  { ...nothing, asset: "Last chance: sign now" },
  {
    ...nothing,
    givenName: "Ana",
    theySaid: "I need your answer by Friday, we cannot wait any longer than that because the audit starts on Monday morning",
  },
  { ...nothing, theySaid: "Just checking in!\nAre you ignoring me?", goal: "hit our quota", question: "Why won't you answer?" },
  { givenName: "Jürgen", asset: "Fahrplan", theySaid: "“zu teuer”", goal: "weniger Rückläufer", question: "Und der Preis?" },
];

const isGrave = ({ severity, rule }: PhraseHit) => severity > 1 || rule === "L1";

test.each(phrases.map(({ id, example }) => [id, example]))("a better way than %s (%s) is not pushy itself", (id, example) => {
  const hit = lint(example).find((hit) => hit.id === id)!;
  for (const one of known) {
    const way = betterWay(hit, one);
    expect(way.length).toBeGreaterThan(10);
    expect({ way, grave: lint(way).filter(isGrave) }).toEqual({ way, grave: [] });
  }
});

const [checkIn] = lint("Just checking in.");
const [quota] = lint("Help me hit my quota.");
const [farewell] = lint("I'll close your file.");
const [no] = lint("I won't take no for an answer.");

test.each<[PhraseHit, Partial<Known>, string]>([
  [
    checkIn!,
    { givenName: "Ana", question: "Does it export to DATEV?", asset: "Guide" },
    "Answer what Ana asked: “Does it export to DATEV?”",
  ],
  [checkIn!, { givenName: "Ana", asset: "Freight guide" }, "Bring what Ana has not seen yet: “Freight guide”"],
  [checkIn!, { theySaid: " “returns cost us\n3 %” " }, "Start from what they said: “returns cost us 3 %”"],
  [quota!, { goal: "fewer returns" }, "Say how it helps with the goal they told you about: “fewer returns”"],
  [farewell!, { givenName: "Ana", asset: "Freight guide" }, "Close kindly, and leave “Freight guide” with Ana for later."],
  [no!, { givenName: "Ana", asset: "Freight guide" }, "Let the no stand, and thank them for the clear answer."],
])("%o", (hit, one, way) => {
  expect(betterWay(hit, { ...nothing, ...one })).toBe(way);
});

test("long words of theirs are quoted short, cut between words", () => {
  const way = betterWay(checkIn!, { ...nothing, theySaid: "returns ".repeat(40) });
  expect(way.length).toBeLessThan(130);
  expect(way).toMatch(/returns…”$/);
});

test("with nothing known the phrase's own better way is given", () => {
  expect(betterWay(checkIn!, nothing)).toBe(checkIn!.better);
});
