import type { Disposition } from "#lib/follow-up/touch.ts";
import { isAnswered, isWelcomed, type Touch } from "#lib/follow-up/touch.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** A contact we made or mean to make, as the rhythm feels it. */
export type Contact = { at: Date; channel: Channel; weight: number; planned: boolean };

/** What never reached them is not counted against them. */
const reached = (disposition: Disposition) => disposition !== "bounced" && disposition !== "out_of_office";

export const isOutbound = ({ direction, disposition }: Touch) => direction === "out" && reached(disposition);

/** The instants at which they answered, in any way. */
export const answersOf = (touches: Touch[]) => touches.filter(({ disposition }) => isAnswered(disposition)).map(({ at }) => at);

/** How much a touch weighs: its channel, what came of it, and less the more it brought (an e-mail of middling value weighs 1). */
export function weigh(channel: Channel, disposition: Disposition | null, value: number | null, policy: Policy): number {
  const { weights } = policy.pressure;
  const base = disposition === "no_answer" ? weights.no_answer : weights[channel];
  return base * outcomeFactor(disposition) * (1.25 - 0.5 * ((value ?? 50) / 100));
}

function outcomeFactor(disposition: Disposition | null): number {
  if (disposition === null) return 1;
  if (isWelcomed(disposition)) return 0;
  if (disposition === "said_no") return 1.3;
  return isAnswered(disposition) ? 0.5 : 1;
}
