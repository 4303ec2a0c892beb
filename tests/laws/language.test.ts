import fc from "fast-check";
import { expect, test } from "vitest";

import { type CuedRow, findPhrases, indexByCue, patternOf } from "#lib/language/cues.ts";
import { fold } from "#lib/language/fold.ts";
import { lint, phrases } from "#lib/language/phrases.ts";
import { manners, readDraft } from "#lib/language/read-draft.ts";
import { hostileDraft } from "#tests/bench/lint.ts";
import { growth } from "#tests/setup/growth.ts";

const rows: CuedRow[] = [...phrases, ...manners];
const runs = { numRuns: 40 };

/** The law's other side: a pattern over every sentence, without a cue and without a window. */
function everyMatch(text: string, row: CuedRow): string[] {
  const found: string[] = [];
  let start = 0;
  for (const sentence of text.split(/(?<=[.!?])(?=\s)|(?<=\n)(?=[\n\r])/)) {
    const begun = start + sentence.length - sentence.trimStart().length;
    for (const match of sentence.trimStart().matchAll(patternOf(row)))
      found.push(`${begun + match.index}–${begun + match.index + match[0].length}`);
    start += sentence.length;
  }
  return found;
}

const byCues = (text: string, row: CuedRow) => findPhrases(text, indexByCue([row])).found.map(({ from, to }) => `${from}–${to}`);

/** What the pattern eats, as a plain pattern a generator can read: without boundaries and looks around. */
function eaten(pattern: string): string {
  let [plain, depth, inClass] = ["", 0, false];
  for (let at = 0; at < pattern.length; at += 1) {
    const [one, two] = [pattern[at]!, pattern.slice(at, at + 2)];
    if (depth === 0 && /^\(\?(?:[=!]|<[=!])/.test(pattern.slice(at))) depth = 1;
    else if (depth > 0) depth += two[0] === "\\" ? Number((at += 1) < 0) : Number(one === "(") - Number(one === ")");
    else if (two === "\\b") at += 1;
    else if (one === "\\") plain += pattern.slice(at, (at += 1) + 1);
    else if (inClass || !/[$^]/.test(one)) {
      plain += one;
      inClass = one === "[" || (inClass && one !== "]");
    }
  }
  return plain.replaceAll(" ", String.raw`(?: |\n|  )`);
}

const ordinary = fc.constantFrom(
  "",
  "Dear Ana,\n\n",
  "as we said, ",
  "Thank you. ",
  "He noted: ",
  " and so on",
  ".\n\nBest, Jonas",
  "! ",
  "? Yes",
  "\u{1f44b} ",
);
const soFar = fc.integer({ min: 0, max: 60 }).map((times) => "and then the pump ".repeat(times));

test.each(rows.map((row) => [row.pattern, row] as const))("cues miss nothing of %s", (_, row) => {
  let matched = 0;
  const phrase = fc.oneof(
    fc.stringMatching(new RegExp(`^(?:${eaten(row.pattern)})$`)),
    fc.constant((row as { example?: string }).example ?? ""),
  );
  fc.assert(
    fc.property(soFar, ordinary, phrase, ordinary, phrase, soFar, (...parts) => {
      const { text } = fold(parts.join(""));
      const expected = everyMatch(text, row);
      matched += expected.length;
      expect(byCues(text, row)).toEqual(expected);
    }),
    runs,
  );
  expect(matched).toBeGreaterThan(0);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(...rows.flatMap(({ cues }) => cues), "i", "you", "have", "not", "'", ".", "?", "\n", ">", '"', "\u00ad", "ü", "İ"),
    )
    .map((words) => words.join(" ")),
  fc.array(fc.constantFrom(...phrases.map(({ example }) => example))).map((examples) => examples.join(" ")),
);

test("in any text the cues find what every pattern finds", () => {
  fc.assert(
    fc.property(anyText, (original) => {
      const { text } = fold(original);
      const found = findPhrases(text, indexByCue(rows)).found.map(({ row, from, to }) => `${row.pattern} ${from}–${to}`);
      expect(found.toSorted()).toEqual(rows.flatMap((row) => everyMatch(text, row).map((place) => `${row.pattern} ${place}`)).toSorted());
    }),
    runs,
  );
});

test("a place in the folded text is a place in the original, whatever was typed", () => {
  fc.assert(
    fc.property(anyText, (original) => {
      const { text, origin } = fold(original);
      expect(origin ? origin.length - 1 : original.length).toBe(text.length);
      for (const { from, to, phrase } of readDraft(original).hits) {
        expect(original.slice(from, to)).toBe(phrase);
        expect(to).toBeGreaterThan(from);
      }
    }),
    { numRuns: 300 },
  );
});

test("every character folds to one, or to none", () => {
  for (let code = 0; code < 65_536; code += 1) {
    const { text, origin } = fold(`a${String.fromCharCode(code)}b`);
    expect([text.length, text[0], text.at(-1)]).toEqual([origin ? 2 : 3, "a", "b"]);
  }
});

test("hits never overlap, and a phrase only yields to a graver or longer one", () => {
  fc.assert(
    fc.property(anyText, (original) => {
      const hits = lint(original);
      for (const [i, hit] of hits.entries()) expect(hits[i + 1]?.from ?? Infinity).toBeGreaterThanOrEqual(hit.to);
      for (const { row, from, to } of findPhrases(fold(original).text, indexByCue(phrases)).found) {
        if (fold(original).origin) return;
        const winners = hits.filter((hit) => from < hit.to && hit.from < to);
        expect(
          winners.some((hit) => hit.severity > row.severity || (hit.severity === row.severity && hit.to - hit.from >= to - from)),
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

const hostile: Record<string, string> = {
  "beginnings of every phrase": phrases.map(({ example }) => example.slice(0, -3)).join(" "),
  "every phrase, no sentence ends": rows.map((row) => (row as { example?: string }).example!.replaceAll(/[.!?]/g, "")).join(" "),
  "mixed cues": hostileDraft.slice(0, 90),
  "gaps within gaps": "you said you'd clearly apparently you as a courtesy price offer deal sign ",
  "no spaces": "checkinginchecking",
  "one word": "eoq ",
  spaces: "just \u00a0 ",
  questions: "please sign? ignore this, ",
  quotes: 'you said "',
  "quoted lines": "> just checking in\n",
  NUL: "\0",
  "lone surrogates": "\ud83d",
  "right to left": "שלום עולם ",
  emoji: "👋🏽 just ",
  "soft hyphens": "check\u00ading in ",
  "combining marks": "e\u0301",
};

test.each(Object.entries(hostile))("effort grows as the text: %s", (_, bait) => {
  const text = bait.repeat(Math.ceil(1_000_000 / bait.length)).slice(0, 1_000_000);
  const grown = growth((share) => {
    const part = text.slice(0, text.length * share);
    return () => readDraft(part);
  });
  expect(grown).toBeLessThan(10);
});
