// What npm test and npm run check are made of. A part never throws for a failing check: it counts it and hands over what was said.
import fs from "node:fs";
import path from "node:path";

import { seconds } from "#lib/platform/scripts/progress.ts";
import { capture, goOn, Interrupted, type Tool } from "#lib/platform/scripts/run.ts";

export type Tally = { passed: number; failed: number; skipped: number };
/** `shaky` counts what passed at its second try only. */
type Result = Tally & { output: string; shaky?: number };
export type Part = { title: string; run(): Promise<Result> };

const results = ".data/test-results";
type Command = [tool: Tool, ...args: string[]];

/** Commands that must all succeed, counted as one check. */
export function check(title: string, commands: Command[], env: Record<string, string> = {}): Part {
  return {
    title,
    async run() {
      let output = "";
      for (const [tool, ...args] of commands) {
        const said = await capture(tool, args, env);
        output += said.output;
        if (said.status !== 0) return { ...failedOnce, output };
      }
      return { passed: 1, failed: 0, skipped: 0, output };
    },
  };
}

export const types = check("types", [
  ["next", "typegen"], // the routes' types, so that a link to a page that is not there is an error
  ["tsc", "--noEmit", "--incremental", "false"], // what it remembers of a page that was not there yet is wrong,
]);
export const lint = check("lint", [["oxlint", "--type-aware", "--deny-warnings"]]);
export const format = check("format", [["prettier", "--check", "--log-level=warn", "."]]);

export function vitest(title: string, args: string[], env: Record<string, string> = {}): Part {
  const report = reportFile(title);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { title, run: () => counted(report, () => capture("vitest", ["run", ...args, ...reporters], env), readVitest) };
}

export function playwright(title: string, env: Record<string, string>): Part {
  const report = reportFile(title);
  return {
    title,
    run: () => counted(report, () => capture("playwright", ["test"], { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }), readPlaywright),
  };
}

/** Runs the parts in order, a line each, shows what failing ones said, and sums up. */
export async function runParts(
  parts: Part[],
  sum: Tally = { passed: 0, failed: 0, skipped: 0 },
  first = 1,
  total = parts.length,
): Promise<Tally> {
  for (const [index, part] of parts.entries()) {
    goOn();
    process.stdout.write(`${first + index}/${total} ${part.title} … `);
    const started = performance.now();
    const { output, shaky = 0, ...tally } = await part.run().catch(asFailure);
    for (const key of ["passed", "failed", "skipped"] as const) sum[key] += tally[key];
    const told = shaky > 0 ? `, ${shaky} at the second try` : "";
    process.stdout.write(`${inWords(tally)}${told}, ${seconds(performance.now() - started)}\n`);
    if (tally.failed || shaky) process.stdout.write(`${output.trimEnd()}\n\n`);
  }
  return sum;
}

export const inWords = ({ passed, failed, skipped }: Tally) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

const failedOnce: Tally = { passed: 0, failed: 1, skipped: 0 };
const reportFile = (title: string) => path.resolve(results, `${title.replace(/\W+/g, "-")}.json`);

function asFailure(error: Error): Result {
  if (error instanceof Interrupted) throw error;
  return { ...failedOnce, output: error.message };
}

/** A runner that fails without naming a failed test (a file that does not load, no tests at all) counts as one failure. */
async function counted(
  report: string,
  run: () => Promise<{ status: number; output: string }>,
  read: (report: string) => Omit<Result, "output">,
): Promise<Result> {
  fs.mkdirSync(results, { recursive: true });
  fs.rmSync(report, { force: true });
  const { status, output } = await run();
  const tally = fs.existsSync(report) ? read(fs.readFileSync(report, "utf8")) : { passed: 0, failed: 0, skipped: 0 };
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  return { ...tally, output };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** A file that does not even load counts as one failure. */
function readVitest(report: string): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report) as VitestReport;
  const unread = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests + unread, skipped: numPendingTests + numTodoTests };
}

function readPlaywright(report: string): Omit<Result, "output"> {
  const { expected, unexpected, flaky, skipped } = (JSON.parse(report) as { stats: Record<string, number> }).stats;
  return { passed: expected! + flaky!, failed: unexpected!, skipped: skipped!, shaky: flaky! };
}
