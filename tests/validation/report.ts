import { bankReport } from "#tests/validation/bank.ts";
import { educationReport } from "#tests/validation/education.ts";
import { falseAlarms, type Mail, recall } from "#tests/validation/language/measure-language.ts";
import paraphrases from "#tests/validation/language/paraphrases.json" with { type: "json" };
import { sharedRows, sharedText } from "#tests/validation/shared-data.ts";

export const bankRows = () => sharedRows("bank_marketing/bank-additional.csv", ";");
export const educationRows = () => sharedRows("x_education/Leads.dev.csv", ",");

/** One part of the report; null where its data are not to be had. */
type Part = () => string[] | null;

const over = <T>(data: () => T | null, report: (data: T) => string[]): Part => {
  return () => {
    const known = data();
    return known && report(known);
  };
};

const mails = (): Mail[] | null => {
  const lines = sharedText("emails/enron_spam_subset/dev.jsonl")?.trim().split("\n");
  const all = lines?.map((line) => JSON.parse(line) as Mail & { label: string });
  return all?.filter(({ label }) => label === "ham") ?? null;
};

const parts: Part[] = [
  over(bankRows, bankReport),
  over(educationRows, educationReport),
  over(mails, (ham) => [`Language: ${falseAlarms(ham).alarmed} of ${ham.length} ordinary mails would have to be reworded`]),
  () => [`Language: ${recall(paraphrases.pushy).any.found} of ${paraphrases.pushy.length} fresh pushy sentences are found`],
];

/** All that was measured against data of others, in plain lines. */
export const report = (): string =>
  parts
    .map((part) => part())
    .filter((lines) => lines !== null)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
