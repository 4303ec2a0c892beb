import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

import paraphrases from "#tests/validation/language/paraphrases.json" with { type: "json" };
import { atRewrite, falseAlarms, type Mail, recall } from "#tests/validation/language/measure-language.ts";

const mailSet = new URL("../../../shared/data/emails/enron_spam_subset/dev.jsonl", import.meta.url);
const isAbsent = !existsSync(mailSet);
const atMost = (most: number) => expect.toSatisfy((rate: number) => rate <= most);

if (isAbsent) console.warn(`The false alarms of the linter are NOT measured: there is no ${mailSet.pathname}`);

test.skipIf(isAbsent)("of ordinary mails at most one in fifty would have to be reworded", () => {
  const mails = readFileSync(mailSet, "utf8").trim().split("\n");
  const ham = mails.map((line) => JSON.parse(line) as Mail & { label: string }).filter(({ label }) => label === "ham");
  expect(ham.length).toBeGreaterThan(300);
  expect(falseAlarms(ham)).toMatchObject({ rate: atMost(0.02) });
});

test("what fresh paraphrases are found is counted and told, whatever it is", () => {
  const { any, byCategory, missed } = recall(paraphrases.pushy);
  expect(any).toEqual({ found: paraphrases.pushy.length - missed.length, of: paraphrases.pushy.length });
  expect(Object.keys(byCategory)).toHaveLength(11);
  console.info(`The linter finds ${any.found} of ${any.of} fresh paraphrases:`, byCategory);
});

test("few fresh harmless sentences are mistaken", () => {
  const mistaken = paraphrases.harmless.filter(({ text }) => atRewrite(text).length > 0);
  expect({ mistaken, rate: mistaken.length / paraphrases.harmless.length }).toMatchObject({ rate: atMost(0.02) });
});
