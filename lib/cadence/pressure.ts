import type { Contact } from "#lib/cadence/contact.ts";
import type { RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

const day = 86_400_000;

export type PressureMatter = { contacts: Contact[]; company: Contact[]; answers: Date[]; state: RelationshipState };

/** What is asked of a person at an instant: every contact up to it, halving every half-life, reduced once they answered, plus their share of what the company feels (D1, D9). */
export function pressureAt(at: Date, { contacts, company, answers, state }: PressureMatter, policy: Policy): number {
  const { halfLife, afterAnswer, companyShare } = policy.pressure;
  const lastAnswer = answers.reduce((last, answer) => (answer <= at && answer.getTime() > last ? answer.getTime() : last), -Infinity);
  const felt = (list: Contact[]) =>
    list.reduce((sum, contact) => {
      const age = at.getTime() - contact.at.getTime();
      if (age < 0) return sum;
      const relief = contact.at.getTime() <= lastAnswer ? afterAnswer : 1;
      return sum + contact.weight * relief * 2 ** (-age / day / halfLife[state]);
    }, 0);
  return felt(contacts) + companyShare * felt(company);
}
