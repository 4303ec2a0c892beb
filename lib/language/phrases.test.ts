import { expect, test } from "vitest";

import { lint, phrases } from "#lib/language/phrases.ts";

test.each(phrases.map(({ id, example }) => [id, example]))("%s is found in its example: %s", (id, example) => {
  expect(lint(example).map((hit) => hit.id)).toContain(id);
});

test.each([
  ["Just checking in to see where you are.", "L1", "en"],
  ["I still haven’t heard from you.", "L2", "en"],
  ["We need to close this before our quarter ends.", "V5", "en"],
  ["Could you spare ten minutes?", "L3", "en"],
  ["I noticed you opened our proposal.", "C8", "en"],
  ["I won’t take no for an answer.", "C6", "en"],
  ["Then I’ll close your file.", "G3", "en"],
  ["Leider habe ich noch nichts von Ihnen gehört.", "L2", "de"],
  ["LEIDER HABE ICH NOCH NICHTS VON DIR GEHOERT.", "L2", "de"],
  ["Dann schließe ich Ihre Akte.", "G3", "de"],
  ["Je n’ai toujours pas reçu de réponse de votre part.", "L2", "fr"],
  ["As-tu eu le temps de lire notre offre ?", "L1", "fr"],
])("%s", (text, rule, language) => {
  expect(lint(text)).toContainEqual(expect.objectContaining({ rule, language }));
});

test.each([
  "A call now, so we close before quarter end.",
  "My manager wants an answer.",
  "It helps me to hit quota.",
  "I get a commission for every trial.",
  "We really need this deal.",
])("self-interest is no reason: %s", (text) => {
  expect(lint(text)).toContainEqual(expect.objectContaining({ rule: "V5", severity: expect.toSatisfy((grave: number) => grave > 1) }));
});

test.each([
  ["curly apostrophes", "Dear Ana, I haven’t heard from you. Best", "I haven’t heard from you"],
  ["spaces that do not break", "Ana, just\u00a0checking\u00a0in.", "just\u00a0checking\u00a0in"],
  ["soft hyphens", "Ana, just check\u00ading in on this.", "just check\u00ading in"],
  ["accents typed as two characters", "Vous faites une grosse erreur, e\u0301videmment : dernie\u0300re chance !", "dernie\u0300re chance"],
  ["a letter that grows in lower case", "İİİ, just checking in.", "just checking in"],
  ["a line that was wrapped", "I still haven't heard\r\nfrom you.", "I still haven't heard\r\nfrom you"],
  ["emoji before it", "👋🏽👋🏽 just checking in", "just checking in"],
])("a hit says where it stands in the text as typed: %s", (_, text, phrase) => {
  const hit = lint(text).at(-1)!;
  expect(hit.phrase).toBe(phrase);
  expect(text.slice(hit.from, hit.to)).toBe(phrase);
});

test("of overlapping phrases one stays", () => {
  const hits = lint("Just a gentle reminder, just following up to see if you had a chance to look.");
  for (const [i, hit] of hits.entries()) expect(hits.slice(i + 1).every(({ from }) => from >= hit.to)).toBe(true);
});

test("what they said is theirs: a quoted mail and a quoted word are not our wording", () => {
  expect(lint("> I still haven't heard from you.\n\nHere is the answer.")).toEqual([]);
  expect(lint("You wrote: “I need your answer by Friday”, so here it is.")).toEqual([]);
  expect(lint("It is our “last chance” offer.")).toHaveLength(1);
});

test("every row can be read by the engine: bounded, lower case, plain letters, cues that are words", () => {
  expect(new Set(phrases.map(({ id }) => id)).size).toBe(phrases.length);
  for (const { id, pattern, cues } of phrases) {
    const literal = pattern.replaceAll(/\\./g, "");
    expect({ id, bad: literal.match(/[*+]|\{\d+,\}|[^\x20-\x7e]|[A-Z]/) }).toEqual({ id, bad: null });
    expect({ id, cues }).toEqual({ id, cues: cues.filter((cue) => /^[a-z0-9]+$/.test(cue)) });
  }
});
