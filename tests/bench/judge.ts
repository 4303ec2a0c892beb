// npm run bench:judge: the full verdict against two rule engines that evaluate ten rules, in one run on one core. Prints rates and ratios.
import { jsonRulesEngine, zenEngine } from "#tests/bench/engines.ts";
import { aLongHistory, aWelcomePlan, letter } from "#tests/bench/judge-subject.ts";
import { now, policy } from "#tests/factories/dossier.ts";
import { openGate, scoreFollowUp } from "#lib/scoring/score-follow-up.ts";

const million = 1_000_000;

/** Runs a second by the best of `rounds` of `milliseconds` each: the machine's other work only ever slows a round. */
function rate(work: () => unknown, rounds = 7, milliseconds = 300): number {
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    let runs = 0;
    let elapsed = 0;
    while (elapsed < milliseconds) {
      for (let i = 0; i < 50; i += 1) work();
      runs += 50;
      elapsed = performance.now() - started;
    }
    best = Math.max(best, (runs / elapsed) * 1_000);
  }
  return best;
}

async function asyncRate(work: () => Promise<unknown>, rounds = 5, milliseconds = 300): Promise<number> {
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    let runs = 0;
    while (performance.now() - started < milliseconds) {
      // one after the other: the rate of one core, not of many promises
      // oxlint-disable-next-line no-await-in-loop
      await work();
      runs += 1;
    }
    best = Math.max(best, (runs / (performance.now() - started)) * 1_000);
  }
  return best;
}

const engine = await asyncRate(jsonRulesEngine());
const zen = await asyncRate(zenEngine());
const line = (name: string, perSecond: number) =>
  console.log(
    `${name.padEnd(58)} ${Math.round(perSecond).toLocaleString("en").padStart(9)}/s ${(million / perSecond).toFixed(1).padStart(8)} µs  ${(perSecond / engine).toFixed(1).padStart(6)} × json-rules-engine`,
  );
line("json-rules-engine, ten rules on ready facts", engine);
line("zen-engine, the same ten as a decision table", zen);

const subject = (touches: number) => {
  const dossier = aLongHistory(touches);
  return { dossier, plan: aWelcomePlan(dossier) };
};
const thirty = subject(30);
const verdict = scoreFollowUp(thirty.plan, thirty.dossier, policy, now);
if (verdict.kind !== "allow") throw new Error(`The plan should be welcome, but: ${verdict.headline}. ${verdict.sentence}`);
const written = { ...thirty.plan, draft: letter };
const gate = openGate(thirty.dossier, policy, now);
for (const [name, plan] of [
  ["no draft", thirty.plan],
  ["120-word draft", written],
] as const) {
  line(
    `full verdict, 30 touches, ${name}, on a ready dossier`,
    rate(() => gate(plan)),
  );
  line(
    `the same, and the dossier read anew each time`,
    rate(() => scoreFollowUp(plan, thirty.dossier, policy, now)),
  );
}
const [twenty, thousands] = [20, 2_000].map(subject).map(({ dossier, plan }) => rate(() => scoreFollowUp(plan, dossier, policy, now)));
console.log(`2,000 touches cost ${(twenty! / thousands!).toFixed(1)} × as much as 20`);
