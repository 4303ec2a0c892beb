import { BasisKind, type StatedBasis } from "#lib/follow-up/plan.ts";
import { lawKey, type LawRule, statusOfBasis } from "#lib/consent/law.ts";
import { type ConsentState, permissionFor } from "#lib/consent/permissions.ts";

/** What the law of their place says of the question by e-mail: in words, with its rule, and what could be stated that carries it there. */
export type LawOfAsking = { may: "yes" | "ask" | "no"; sentence: string; rule: string | null; bases: BasisKind[] };

/**
 * Asking by mail how somebody wants to be contacted is itself contact (C1, C9): where the law wants a consent or a reason, the question needs it as any
 * other e-mail does. What carries there can be stated; a link that is handed over needs nothing.
 */
export function lawOfAsking(state: ConsentState, at: Date): LawOfAsking {
  const { may, sentence, rule } = permissionFor("email", state, at);
  if (may === "yes") return { may, sentence, rule: rule && lawKey(rule), bases: [] };
  const why =
    may === "no"
      ? `The law of their place keeps even this question back. ${sentence}`
      : `A question by mail is contact, too, and whether the law of their place lets us is not clear. ${sentence}`;
  return { may, sentence: why, rule: rule && lawKey(rule), bases: basesOf(rule) };
}

const basesOf = (rule: LawRule | null) => AskBasis.options.filter((kind) => rule?.needs?.includes(statusOfBasis[kind]));

/** Why we may ask somebody by mail; a look into a registry of numbers says nothing of it. */
export const AskBasis = BasisKind.exclude(["looked_up"]);

/** Why the question may not go by mail, with what is open instead, or null (C9). */
export function unlawfulAsk({ may, sentence, bases }: LawOfAsking, basis: StatedBasis | null): string | null {
  if (may === "yes" || (basis && bases.includes(basis.kind))) return null;
  const stated = basis ? "What you state is not enough there. " : "";
  const orState = bases.length > 0 ? ", or state why we may" : "";
  return `${sentence} ${stated}Hand them their link yourself, in person or by phone${orState}.`;
}
