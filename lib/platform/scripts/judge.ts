// npm run judge -- file.json: would this follow-up be welcome? Question and answer are those of POST /api/v1/follow-ups/assess, with a dossier; a list of
// them, or { "items": … }, asks many. `-` reads standard input. No database is needed: the default policy judges, unless one is sent along.
// Ends with 0 when all are welcome, 1 when one is not, 2 when one cannot be read; its place is named then.
import fs from "node:fs";
import path from "node:path";

import { fieldProblems } from "#lib/field-problems.ts";
import { invalid, no, type Outcome, spoken } from "#lib/outcome.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { assessSafely } from "#lib/scoring/assess-safely.ts";
import { AssessBatch, type Assessed, readAssess } from "#lib/scoring/assess.ts";

const now = new Date();
const marks = { block: "×", reschedule: "→", rewrite: "✎", confirm: "?", note: "·", good: "+" } as const;

const sent = read(process.argv[3]);
const isMany = Array.isArray(sent) || (typeof sent === "object" && sent !== null && "items" in sent);
const items = isMany ? readMany(Array.isArray(sent) ? { items: sent } : sent) : [sent];
const outcomes = items.map(judge);
const answers = outcomes.map((outcome, index) =>
  outcome.ok ? { index, verdict: outcome.value } : { index, problem: spoken(outcome.problem) },
);
const [first] = answers as [(typeof answers)[number]];
console.log(JSON.stringify(isMany ? { answers } : "verdict" in first ? first.verdict : first.problem, null, 2));
for (const [index, outcome] of outcomes.entries())
  if (process.stderr.isTTY || !outcome.ok) console.error(inWords(outcome, isMany ? `items.${index}` : ""));
process.exitCode = outcomes.some(isUnreadable) ? 2 : outcomes.every(isWelcome) ? 0 : 1;

function read(file: string | undefined): unknown {
  if (!file) return stop("Name a file: npm run judge -- file.json. A dash reads standard input.");
  try {
    return JSON.parse(fs.readFileSync(file === "-" ? 0 : path.resolve(process.env.INIT_CWD ?? ".", file), "utf8"));
  } catch (error) {
    return stop(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}

function readMany(batch: unknown): unknown[] {
  const parsed = AssessBatch.safeParse(batch);
  return parsed.success ? parsed.data.items : stop(inWords(no({ code: "invalid", fields: fieldProblems(parsed.error) }), ""));
}

function judge(item: unknown): Outcome<Assessed> {
  const asked = readAssess(item);
  if (!asked.ok) return asked;
  if (asked.value.prospectId) return invalid("prospectId", "Nobody is on record here. Send a dossier.");
  return assessSafely(asked.value, { policy: defaultPolicy, stored: new Map(), now });
}

/** For people: the verdict with its reasons, or what to mend and where. */
function inWords(outcome: Outcome<Assessed>, place: string): string {
  if (outcome.ok) {
    const { headline, sentence, reasons } = outcome.value;
    const lines = reasons.map((reason) => `  ${marks[reason.severity]} ${reason.sentence} (${reason.rule})`);
    return [`${place && `${place}: `}${headline}. ${sentence}`, ...lines].join("\n");
  }
  const { problem } = outcome;
  const found: [string, string[]][] = problem.code === "invalid" ? Object.entries(problem.fields) : [["", [spoken(problem).sentence]]];
  return found
    .map(([field, sentences]) => [[place, field].filter(Boolean).join("."), sentences.join(" ")].filter(Boolean).join(": "))
    .join("\n");
}

function isUnreadable(outcome: Outcome<Assessed>): boolean {
  return !outcome.ok && outcome.problem.code === "invalid";
}

function isWelcome(outcome: Outcome<Assessed>): boolean {
  return outcome.ok && outcome.value.kind === "allow";
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
