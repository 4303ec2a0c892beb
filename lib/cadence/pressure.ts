import { dayLength } from "#lib/follow-up/clock.ts";
import type { Contact, History } from "#lib/follow-up/history.ts";
import { type Disposition, isAnswered, isWelcomed } from "#lib/follow-up/touch.ts";
import type { Channel, RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/**
 * Contacts that weigh on a person, soonest first, added up so that the pressure of all of them at any instant is one look: `sums[i]` is what the first
 * i + 1 of them weigh at the instant of the last of these, and all halve together from there.
 */
type Load = { times: readonly number[]; sums: readonly number[] };

/** All that weighs on a person: our contacts with them, with others in their company, and what an answer of theirs takes off. */
export type Burden = { own: Load; company: Load; answers: ArrayLike<number>; rate: number; halfLife: number; numbers: Policy["pressure"] };

/** Half-lives after which a contact is forgotten: a thousandth of it is left. */
const forgotten = 10;

export function burdenOf(
  { contacts, answers }: Pick<History, "contacts" | "answers">,
  company: readonly { at: Date; channel: Channel }[],
  state: RelationshipState,
  policy: Policy,
  now: Date,
): Burden {
  const halfLife = policy.pressure.halfLife[state];
  const rate = Math.LN2 / (halfLife * dayLength);
  const from = now.getTime() - forgotten * halfLife * dayLength;
  const others = company.map(({ at, channel }) => ({ at: at.getTime(), channel })).sort((a, b) => a.at - b.at);
  return {
    own: loadOf(contacts, from, rate, ({ channel, disposition, value }) => weigh(channel, disposition, value, policy)),
    company: loadOf(others, from, rate, ({ channel }) => weigh(channel, null, null, policy)),
    answers,
    rate,
    halfLife,
    numbers: policy.pressure,
  };
}

function loadOf<T extends { at: number }>(contacts: readonly T[], from: number, rate: number, weight: (contact: T) => number): Load {
  const times: number[] = [];
  const sums: number[] = [];
  let sum = 0;
  let last = 0;
  for (const contact of contacts) {
    if (contact.at < from) continue;
    sum = sum * Math.exp((last - contact.at) * rate) + weight(contact);
    last = contact.at;
    times.push(last);
    sums.push(sum);
  }
  return { times, sums };
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
export function pressureAt(at: number, { own, company, answers, rate, numbers }: Burden): number {
  const answer = lastUpTo(answers, at);
  const relieved = answer < 0 ? 0 : feltAt(own, answers[answer]!, at, rate) * (1 - numbers.afterAnswer);
  return feltAt(own, at, at, rate) - relieved + numbers.companyShare * feltAt(company, at, at, rate);
}

/** What is felt at an instant of the contacts up to another. */
function feltAt({ times, sums }: Load, upTo: number, at: number, rate: number): number {
  const last = lastUpTo(times, upTo);
  return last < 0 ? 0 : sums[last]! * Math.exp((times[last]! - at) * rate);
}

/** Where the last of these instants is that is not after `at`, or -1. */
function lastUpTo(times: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = times.length;
  if (high > 0 && times[high - 1]! <= at) return high - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
