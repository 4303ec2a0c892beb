import type { Touch } from "#lib/follow-up/touch.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { aDossier } from "#tests/factories/dossier.ts";
import type { GoldenCase } from "#tests/golden/case.ts";

/** One moment of a story: what has happened by then, what has become known, and what somebody now wants to do. */
export type Step = Omit<GoldenCase, "dossier" | "now"> & { on: Date; happened?: Touch[]; known?: Partial<Dossier> };

/** A story as the seeds tell it, told as plans in a row; what happened stays in the record. */
export type Story = { title: string; dossier?: Partial<Dossier>; steps: Step[] };

/** Each step as a case of its own, judged on that day with all that happened before. */
export function unfold({ title, dossier = {}, steps }: Story): GoldenCase[] {
  let known = aDossier(dossier);
  return steps.map(({ name, on, happened = [], known: more = {}, ...step }) => {
    known = { ...known, ...more, touches: [...known.touches, ...happened] };
    return { ...step, name: `${title}: ${name}`, now: on, dossier: known };
  });
}
