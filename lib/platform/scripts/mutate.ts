// npm run mutate: flips or deletes each rule of the judges once and counts how often a test notices. Words after it pick mutants by file or rule.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { seconds } from "#lib/platform/scripts/progress.ts";
import { capture, goOn } from "#lib/platform/scripts/run.ts";
import type { Mutant } from "#tests/mutation/mutant.ts";
import { mutants } from "#tests/mutation/mutants.ts";

const lanes = 2;
const copied = ["lib", "tests", "package.json", "tsconfig.json"];
const linked = ["node_modules", "prisma"];
const longest = 60;

const words = process.argv.slice(3);
const chosen = mutants.filter(({ rule, file }) => words.length === 0 || words.some((word) => rule === word || file.includes(word)));
const started = performance.now();
const survivors: Mutant[] = [];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tactful-mutants-"));
try {
  const copies = Array.from({ length: lanes }, (_, lane) => copyTo(path.join(folder, `${lane}`)));
  await mustPass(copies[0]!);
  await Promise.all(copies.map(work));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
for (const mutant of survivors) console.log(`\nSurvived: ${mutant.rule}, ${mutant.file}\n- ${mutant.find}\n+ ${mutant.replace}`);
console.log(`\n${chosen.length - survivors.length} of ${chosen.length} killed, ${seconds(performance.now() - started)}`);
process.exitCode = survivors.length > 0 ? 1 : 0;

function copyTo(copy: string): string {
  for (const part of copied) fs.cpSync(part, path.join(copy, part), { recursive: true });
  for (const part of linked) fs.symlinkSync(path.resolve(part), path.join(copy, part));
  return copy;
}

function judge(copy: string) {
  const args = ["run", "--root", copy, "--config", "tests/mutation/vitest.config.ts", "--reporter=default"];
  return capture("vitest", args, { LAW_RUNS: "150", NO_COLOR: "1" });
}

async function mustPass(copy: string): Promise<void> {
  const { status, output } = await judge(copy);
  if (status !== 0) throw new Error(`${output}\nThe tests fail without any mutant; a score would mean nothing.`);
}

/** Every other mutant, one at a time, in a copy of the sources of its own. */
async function work(copy: string, lane: number): Promise<void> {
  for (let i = lane; i < chosen.length; i += lanes) await meet(chosen[i]!, copy);
}

async function meet(mutant: Mutant, copy: string): Promise<void> {
  goOn();
  const file = path.join(copy, mutant.file);
  const source = fs.readFileSync(file, "utf8");
  fs.writeFileSync(file, change(source, mutant));
  try {
    const { status, output } = await judge(copy);
    if (status === 0) survivors.push(mutant);
    const met = status === 0 ? "SURVIVED" : `killed by ${killer(output)}`;
    console.log(`${mutant.rule}  ${mutant.file}  ${oneLine(mutant.find)} → ${oneLine(mutant.replace) || "nothing"}: ${met}`);
  } finally {
    fs.writeFileSync(file, source);
  }
}

/** The place to change stands exactly once, or the mutant is stale. */
function change(source: string, { file, find, replace }: Mutant): string {
  const [before, after, ...more] = source.split(find);
  if (after === undefined || more.length > 0) throw new Error(`This stands not exactly once in ${file}: ${find}`);
  return before + replace + after;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, longest);
}

/** The test that noticed, by its name. */
function killer(output: string): string {
  return (/FAIL\s+(.+)/.exec(output)?.[1] ?? "an error").slice(0, 2 * longest);
}
