import { expect, test } from "vitest";

import { Spoken } from "#lib/follow-up/spoken.ts";
import { nothingSaid } from "#lib/consent/terms.ts";
import { sayIn } from "#lib/preferences/say.ts";
import { sayTerms } from "#lib/preferences/say-terms.ts";
import { wordingOf, wordingVersion, wordsIn } from "#lib/preferences/wording.ts";

const at = new Date("2026-11-24T23:30:00Z");

test("days and hours are those of their clock, in their language", () => {
  const said = (shown: Spoken) => {
    const say = sayIn(shown, "Europe/Lisbon");
    return [say.day("2027-01-04"), say.dayOf(at), say.clock(at), say.weekOf(at), say.weekday(2), say.list(["a", "b", "c"])];
  };
  expect(said("en")).toEqual(["4 January 2027", "24 November 2026", "23:30", "23 November 2026", "Tuesday", "a, b and c"]);
  expect(said("de")).toEqual(["4. Januar 2027", "24. November 2026", "23:30", "23. November 2026", "Dienstag", "a, b und c"]);
  expect(said("fr")).toEqual(["4 janvier 2027", "24 novembre 2026", "23:30", "23 novembre 2026", "mardi", "a, b et c"]);
  expect(said("es")).toEqual(["4 de enero de 2027", "24 de noviembre de 2026", "23:30", "23 de noviembre de 2026", "martes", "a, b y c"]);
  expect(sayIn("en", "Pacific/Auckland").dayOf(at)).toBe("25 November 2026");
});

const chosen = {
  ...nothingSaid,
  channels: ["email" as const],
  rate: { max: 1, per: "month" as const },
  days: [3, 2],
  hours: { from: 8, to: 12 },
  topics: ["audits"],
  refusedTopics: ["pumps"],
  language: "de" as const,
  callBackOn: "2027-05-03",
  bridge: 0,
};

test("what they chose reads wish by wish; days gone by only in the history", () => {
  const say = sayIn("en", "UTC");
  const en = (over: object, today: string | null = "2026-11-26") => sayTerms({ ...chosen, ...over }, wordsIn.en, say, today);
  expect(en({})).toEqual([
    "Contact by: E-mail",
    "At most once a month",
    "On Tuesday and Wednesday",
    "Between 8:00 and 12:00",
    "You like to hear about: audits",
    "Nothing more about: pumps",
    "In German",
    "We come back to you on 3 May 2027",
    "Nothing until then",
  ]);
  expect(en({ stopped: true })).toEqual(["No contact at all"]);
  expect(en({ ...nothingSaid, channels: [] })).toEqual(["No channel"]);
  expect(en({ ...nothingSaid, pausedUntil: "2026-11-26" })).toEqual([]);
  expect(en({ ...nothingSaid, pausedUntil: "2026-11-26" }, null)).toEqual(["Quiet until 26 November 2026"]);
  expect(sayTerms(chosen, wordsIn.de, sayIn("de", "UTC"), null).slice(0, 3)).toEqual([
    "Kontakt über: E-Mail",
    "Höchstens einmal im Monat",
    "Am Dienstag und Mittwoch",
  ]);
});

test("the ledger keeps the words of the language shown, and which version they are", () => {
  expect(wordingOf({ action: "stop" }, "Acme", "de")).toBe(
    "Jeden Kontakt stoppen: Niemand bei Acme schreibt mir mehr, und niemand ruft mich mehr an.",
  );
  expect(wordingOf({ action: "stop-topic", topic: "pumps" }, "Acme", "en")).toContain("Nothing more about pumps");
  expect(wordingVersion("fr")).toMatch(/^\d{4}-\d{2}-\d{2}[a-z]? fr$/);
});

/** Every sentence of a catalogue by its path; functions are asked with stand-ins. */
function sentencesOf(words: unknown, path = ""): [path: string, sentence: string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") {
    const stand = path.endsWith("rate") ? [{ max: 3, per: "month" }] : ["«1»", "«2»"];
    return [[path, (words as (...given: unknown[]) => string)(...stand)]];
  }
  return Object.entries(words as object).flatMap(([key, each]) => sentencesOf(each, `${path}.${key}`));
}

/** What a sentence must not lose on its way into another language: that it is there, and the names in it. */
const kept = (sentence: string) => [sentence.trim() !== "", ...["«1»", "«2»"].map((name) => sentence.includes(name))];

test.each(Spoken.options)("%s says everything the English says, and names what it names", (shown) => {
  const keptIn = (language: Spoken) => Object.fromEntries(sentencesOf(wordsIn[language]).map(([path, sentence]) => [path, kept(sentence)]));
  expect(keptIn(shown)).toEqual(keptIn("en"));
});
