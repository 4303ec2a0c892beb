import { answersOf, isOutbound } from "#lib/cadence/contact.ts";
import type { Touch } from "#lib/follow-up/touch.ts";
import type { Relationship, RelationshipState } from "#lib/follow-up/vocabulary.ts";

const day = 86_400_000;
const days = (from: Date, to: Date) => (to.getTime() - from.getTime()) / day;

export type History = { touches: Touch[]; relationship: Relationship; hasOpenDeal: boolean; lastNoAt: Date | null };

/** Touches of ours since they last answered. */
export function unansweredStreak(touches: Touch[]): Touch[] {
  const lastAnswer = Math.max(-Infinity, ...answersOf(touches).map((at) => at.getTime()));
  return touches.filter((touch) => isOutbound(touch) && touch.at.getTime() > lastAnswer);
}

/** Where the relationship stands (D2, D5). More silence from them never moves it to a state with more room. */
export function relationshipState({ touches, relationship, hasOpenDeal, lastNoAt }: History, now: Date): RelationshipState {
  const answers = answersOf(touches);
  const lastAnswer = answers.length ? new Date(Math.max(...answers.map((at) => at.getTime()))) : null;
  const unanswered = unansweredStreak(touches).length;

  if (lastNoAt && (!lastAnswer || lastAnswer <= lastNoAt) && days(lastNoAt, now) < 180) return "soft_no";
  if (relationship === "customer" && !hasOpenDeal) return "customer";
  if (lastAnswer && unanswered >= (hasOpenDeal ? 3 : 2)) return days(lastAnswer, now) < 120 ? "ghosted" : "nurture";
  if (hasOpenDeal) return "opportunity";
  if (lastAnswer && days(lastAnswer, now) >= 120) return "nurture";
  const cameToUs = touches.find(({ disposition }) => disposition === "inquired");
  const talkedBack = answers.length > (cameToUs ? 1 : 0);
  if (talkedBack) return "warm";
  if (cameToUs && days(cameToUs.at, now) < 30) return "inbound";
  return cameToUs || relationship === "referral" ? "warm" : "cold";
}
