import { changes, type Mutant } from "#tests/mutation/mutant.ts";

export const language: Mutant[] = [
  ...changes("lib/language/phrases.ts", [
    ["L2", "b.severity - a.severity || b.to", "a.severity - b.severity || b.to"],
    ["L1", "if (kept.meets(hit)) return false;", ""],
    ["L1", "{ en: english, de: german, fr: french }", "{ en: english }"],
    ["V5", 'quota_self_interest: { rule: "V5"', 'quota_self_interest: { rule: "L2"'],
  ]),
  ...changes("lib/language/read-draft.ts", [
    ["L1", "hits: hitsOf(text, folded, found.filter(isPhrase)),", "hits: [],"],
    ["L3", "easyOut: waysOut.length > 0,", "easyOut: false,"],
    ["L3", "const asking = new Set(questions(text));", "const asking = new Set<number>();"],
    ["L3", "&& !out.meets(place)) asking", ") asking"],
    ["L3", 'if (kind === "reply" && asking.size > 0) break;', ""],
  ]),
  ...changes("lib/language/fold.ts", [["L1", "theyAreQuoted.test(ours.slice(Math.max(0, at - 60), at)) ? blank(quote) : quote", "quote"]]),
  ...changes("lib/language/better-way.ts", [["L1", 'severity === 1 && rule !== "L1"', "true"]]),
];
