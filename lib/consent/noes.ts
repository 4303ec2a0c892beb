import { notBefore } from "#lib/consent/limits.ts";
import type { Clock } from "#lib/follow-up/clock.ts";
import type { Limit } from "#lib/follow-up/judgement.ts";
import { sayDayInFull } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** A recorded no (C6). `answered`: they warmed to us afterwards. `replied`: we used the one considered reply. */
export type RecordedNo = {
  id: string;
  kind: string;
  words: string;
  at: number;
  channel: Channel | null;
  answered: boolean;
  replied: boolean;
};

/** The noes that stand, the latest first; at equal instants by id, so that order never matters. */
export const openNoes = (noes: readonly RecordedNo[]): RecordedNo[] =>
  noes.filter(({ answered }) => !answered).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));

/** C5, C6: one considered reply to an early no, at once and once; then the no stands, at least as long as the law of their place says. */
export function noLimits(plan: Plan, open: readonly RecordedNo[], clock: Clock, policy: Policy, lawfulRest: number): Limit[] {
  const [last] = open;
  if (!last) return [];
  const day = clock.day(last.at);
  const when = sayDayInFull(day);
  if (open.some(({ kind }) => kind === "final") || open.length >= policy.noes.most) {
    const said = open.some(({ kind }) => kind === "final") ? "They said a final no" : `They have said no ${open.length} times`;
    const limit = notBefore(day + policy.noes.finalRestDays, clock, "C6", () => `${said} on ${when}. Leave the door open and let it be.`);
    return [{ ...limit, reason: (at, opens) => ({ ...limit.reason(at, opens), severity: "block", remedy: undefined, evidence: last.id }) }];
  }
  if (isConsideredReply(plan, last)) return [];
  const sentence = last.replied ? "Their no of" : "They said no on";
  const stands = last.replied ? " stands after our one reply" : "";
  const rest = Math.max(policy.noes.restDays, lawfulRest);
  return [
    notBefore(
      day + rest,
      clock,
      "C5",
      (until) => `${sentence} ${when}${stands}. One considered reply, the same way, is all until ${until}.`,
    ),
  ];
}

/** C5: the same channel, answering that no, and not used yet. */
export function isConsideredReply(plan: Plan, no: RecordedNo): boolean {
  return (
    no.kind !== "final" &&
    !no.replied &&
    !no.answered &&
    plan.answersObjectionId === no.id &&
    (no.channel === null || no.channel === plan.channel) &&
    plan.offer.kind !== "none"
  );
}
