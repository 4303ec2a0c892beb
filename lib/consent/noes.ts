import { notBefore } from "#lib/consent/limits.ts";
import { dayInWords } from "#lib/consent/terms.ts";
import type { Limit } from "#lib/follow-up/judgement.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** A recorded no (C6). `answered`: they warmed to us afterwards. `replied`: we used the one considered reply. */
export type RecordedNo = {
  id: string;
  kind: string;
  words: string;
  at: Date;
  channel: Channel | null;
  answered: boolean;
  replied: boolean;
};

/** C5, C6: one considered reply to an early no, at once and once; then the no stands. */
export function noLimits(plan: Plan, noes: RecordedNo[], zone: string, policy: Policy): Limit[] {
  const open = noes.filter(({ answered }) => !answered).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const [last] = open;
  if (!last) return [];
  const when = dayInWords(dateOf(localDay(zone, last.at)));
  const day = (days: number) => dateOf(localDay(zone, last.at) + days);
  if (last.kind === "final" || open.length >= policy.noes.most) {
    const said = last.kind === "final" ? "They said a final no" : `They have said no ${open.length} times`;
    const limit = notBefore(day(policy.noes.finalRestDays), zone, "C6", () => `${said} on ${when}. Leave the door open and let it be.`);
    return [{ ...limit, reason: (at, opens) => ({ ...limit.reason(at, opens), severity: "block", remedy: undefined, evidence: last.id }) }];
  }
  if (isConsideredReply(plan, last)) return [];
  const sentence = last.replied ? "Their no of" : "They said no on";
  return [
    notBefore(
      day(policy.noes.restDays),
      zone,
      "C5",
      (until) =>
        `${sentence} ${when}${last.replied ? " stands after our one reply" : ""}. One considered reply, the same way, is all until ${until}.`,
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
