import { z } from "zod";

import { AskSize, Channel } from "#lib/follow-up/vocabulary.ts";

/** The rules of welcome follow-up; their texts are in lib/README.md. */
export const RuleId = z.string().regex(/^[VCDGLP]\d$/);
export type RuleId = `${"V" | "C" | "D" | "G" | "L" | "P"}${number}`;

/** From worst to best: what the reason demands of the plan. `note` and `good` demand nothing. */
export const Severity = z.enum(["block", "reschedule", "rewrite", "confirm", "note", "good"]);
export type Severity = z.infer<typeof Severity>;

/** How the form mends the plan in one click. */
export const Remedy = z.discriminatedUnion("do", [
  z.object({ do: z.literal("move"), at: z.coerce.date() }),
  z.object({ do: z.literal("change-channel"), channel: Channel }),
  z.object({ do: z.literal("attach"), assetId: z.string(), title: z.string() }),
  z.object({ do: z.literal("bring-something") }),
  z.object({ do: z.literal("ask-nothing") }),
  z.object({ do: z.literal("ask-less"), ask: AskSize }),
  z.object({ do: z.literal("say-why-it-helps") }),
  z.object({ do: z.literal("state-basis") }),
  z.object({ do: z.literal("answer-objection"), objectionId: z.string() }),
  z.object({ do: z.literal("fill-in"), field: z.string(), from: z.number().int(), to: z.number().int() }),
  z.object({ do: z.literal("cut"), from: z.number().int(), to: z.number().int() }),
]);
export type Remedy = z.infer<typeof Remedy>;

/** One judge's finding: which rule, how grave, in words the prospect could read, what it rests on and how to mend it. */
export const Reason = z.object({
  rule: RuleId,
  severity: Severity,
  sentence: z.string(),
  /** The touch, ledger entry, objection or phrase it rests on. */
  evidence: z.string().optional(),
  remedy: Remedy.optional(),
});
export type Reason = Omit<z.infer<typeof Reason>, "rule"> & { rule: RuleId };

const gravity = Object.fromEntries(Severity.options.map((severity, i) => [severity, i])) as Record<Severity, number>;

/** Worst first, then as found. */
export function bySeverity(reasons: Reason[]): Reason[] {
  let worst = 0;
  for (const { severity } of reasons) {
    if (gravity[severity] < worst) return reasons.toSorted((a, b) => gravity[a.severity] - gravity[b.severity]);
    worst = gravity[severity];
  }
  return reasons;
}
