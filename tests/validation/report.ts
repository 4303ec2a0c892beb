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

const parts: Part[] = [over(bankRows, bankReport), over(educationRows, educationReport), over(mails, alarmReport), recallReport];

const percent = (found: number, of: number) => `${((found / of) * 100).toFixed(1)} %`;

function alarmReport(ham: Mail[]): string[] {
  const { alarmed, errors } = falseAlarms(ham);
  return [
    `Language: ${alarmed} of ${ham.length} ordinary mails (${percent(alarmed, ham.length)}) would have to be reworded:`,
    ...errors.map(({ mail, id, phrase }) => `  mail ${mail}: ${id} “${phrase}”`),
  ];
}

function recallReport(): string[] {
  const { any, rewrite, byCategory } = recall(paraphrases.pushy);
  return [
    `Language: ${any.found} of ${any.of} fresh pushy sentences are found (${percent(any.found, any.of)}), ${rewrite.found} so that they must be reworded:`,
    ...Object.entries(byCategory).map(([category, { found, of }]) => `  ${category}: ${found} of ${of}`),
  ];
}

/** All that was measured against data of others, in plain lines. */
export const report = (): string =>
  parts
    .map((part) => part())
    .filter((lines) => lines !== null)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
