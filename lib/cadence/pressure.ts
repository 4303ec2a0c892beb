import { dayLength } from "#lib/follow-up/clock.ts";
import type { Contact, History } from "#lib/follow-up/history.ts";
import { type Disposition, isAnswered, isWelcomed } from "#lib/follow-up/touch.ts";
import type { Channel, RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

type Load = { at: number; weight: number };

/** All that weighs on a person: contacts with their weights, soonest first, what the others in their company feel, and their answers. */
export type Burden = {
  own: readonly Load[];
  company: readonly Load[];
  answers: ArrayLike<number>;
  halfLife: number;
  numbers: Policy["pressure"];
};

export function burdenOf(
  { contacts, answers }: Pick<History, "contacts" | "answers">,
  company: readonly { at: Date; channel: Channel }[],
  state: RelationshipState,
  policy: Policy,
): Burden {
  const own = contacts.map(({ at, channel, disposition, value }) => ({ at, weight: weigh(channel, disposition, value, policy) }));
  const others = company.map(({ at, channel }) => ({ at: at.getTime(), weight: weigh(channel, null, null, policy) }));
  return { own, company: others.sort((a, b) => a.at - b.at), answers, halfLife: policy.pressure.halfLife[state], numbers: policy.pressure };
}

/** How much a touch weighs: its channel, what came of it, and less the more it brought (an e-mail of middling value weighs 1). */
export function weigh(channel: Channel, disposition: Disposition | null, value: number | null, { pressure: { weights } }: Policy): number {
  const base = disposition === "no_answer" ? weights.no_answer : weights[channel];
  return base * outcomeFactor(disposition) * (1.25 - 0.5 * ((value ?? 50) / 100));
}

/** What of it is felt, by what came of it. Source: scoring model; a refusal weighs more than silence, a welcome nothing. */
function outcomeFactor(disposition: Contact["disposition"]): number {
  if (disposition === null) return 1;
  if (isWelcomed(disposition)) return 0;
  if (disposition === "said_no") return 1.3;
  return isAnswered(disposition) ? 0.5 : 1;
}

/** What is asked of a person at an instant: every contact up to it, halving every half-life, reduced once they answered, plus their share of what the company feels (D1, D9). */
export function pressureAt(at: number, { own, company, answers, halfLife, numbers }: Burden): number {
  let answer = answers.length - 1;
  while (answer >= 0 && answers[answer]! > at) answer -= 1;
  const answered = answer < 0 ? -Infinity : answers[answer]!;
  return felt(own, at, halfLife, answered, numbers.afterAnswer) + numbers.companyShare * felt(company, at, halfLife, -Infinity, 1);
}

function felt(loads: readonly Load[], at: number, halfLife: number, answered: number, relief: number): number {
  const rate = Math.LN2 / (halfLife * dayLength);
  let sum = 0;
  for (const load of loads) {
    if (load.at > at) break;
    sum += load.weight * (load.at <= answered ? relief : 1) * Math.exp((load.at - at) * rate);
  }
  return sum;
}
