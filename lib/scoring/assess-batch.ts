import "server-only";
import { setImmediate } from "node:timers/promises";

import { invalid, ok, type Outcome, spoken } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { readKnown } from "#lib/scoring/assess-follow-up.ts";
import { assessSafely } from "#lib/scoring/assess-safely.ts";
import { type Assess, type AssessBatch, type Assessed, readAssess } from "#lib/scoring/assess.ts";

export type BatchAnswer = { index: number } & ({ verdict: Assessed } | { problem: ReturnType<typeof spoken> });

/** Judges each plan by itself, as if the others were not made: two for the same person may both be welcome, and the second no longer once the first is. */
export async function assessBatch(context: Context, { items }: AssessBatch): Promise<Outcome<{ answers: BatchAnswer[] }>> {
  const asked = await readAll(items);
  const known = await readKnown(
    context,
    asked.flatMap((one) => (one.ok ? [one.value] : [])),
  );

  const answers: BatchAnswer[] = [];
  for (const [index, one] of asked.entries()) {
    const outcome = one.ok ? assessSafely(one.value, known) : one;
    answers.push(outcome.ok ? { index, verdict: outcome.value } : { index, problem: spoken(outcome.problem) });
    await setImmediate(); // others ask meanwhile
  }
  return ok({ answers });
}

/** So many that cannot be read are told what is wrong with them; a caller that gets it wrong more often than that has one mistake, not a thousand. */
const unreadable = 25;
const tooWrong = invalid("items", `Not read: ${unreadable} before it could not be read either. Mend those first.`);

async function readAll(items: unknown[]): Promise<Outcome<Assess>[]> {
  const asked: Outcome<Assess>[] = [];
  let wrong = 0;
  for (const item of items) {
    const one = wrong < unreadable ? readAssess(item) : tooWrong;
    if (!one.ok) wrong += 1;
    asked.push(one);
    await setImmediate(); // others ask meanwhile
  }
  return asked;
}
