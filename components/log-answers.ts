import type { Draft, Opening } from "#components/log-draft.ts";
import type { Problem } from "#lib/outcome.ts";

export const failed: Problem = {
  code: "conflict",
  sentence: "The server could not take it. Nothing is lost: what you typed stays here. Try again.",
};
/** Without a connection nobody can be looked up, and a touch with nobody would be refused when it is sent. */
export const nobodyKnown: Problem = {
  code: "invalid",
  fields: {
    prospectId: ["The server could not be reached, and nobody on this page has that name. What you typed stays here: try again later."],
  },
};

/** Why a touch that waited could not be sent. */
export const refusal = ({ waiting }: Opening): Problem | null =>
  waiting?.refused ? { code: "conflict", sentence: waiting.refused } : null;

/** What is said once a touch was taken. */
export function told(draft: Draft, { prospectId, held }: { prospectId: string; held: number }, isCorrection: boolean) {
  const name = draft.prospect?.name ?? "them";
  const done = isCorrection ? `Corrected: ${name}.` : `Logged: ${name}.`;
  const effect = held === 0 ? "" : held === 1 ? " One planned follow-up was taken off." : ` ${held} planned follow-ups were taken off.`;
  return { text: done + effect, link: { href: `/prospects/${prospectId}`, name: "Open" } };
}
