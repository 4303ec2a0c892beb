import { dayLength } from "#lib/follow-up/clock.ts";
import type { History } from "#lib/follow-up/history.ts";
import type { Relationship, RelationshipState } from "#lib/follow-up/vocabulary.ts";

/** `lastNoAt`: when they last said a no that still stands, for no later word of theirs was a warm one. */
export type Standpoint = {
  history: Pick<History, "lastAnswer" | "lastInquiry" | "answered"> & { streak: Pick<History["streak"], "count"> };
  relationship: Relationship;
  hasOpenDeal: boolean;
  lastNoAt: number;
};

/** Where the relationship stands (D2, D5). More silence from them never moves it to a state with more room. */
export function relationshipState({ history, relationship, hasOpenDeal, lastNoAt }: Standpoint, now: Date): RelationshipState {
  const { lastAnswer, lastInquiry, answered, streak } = history;
  const daysSince = (at: number) => (now.getTime() - at) / dayLength;
  const hasAnswered = lastAnswer > -Infinity;

  if (daysSince(lastNoAt) < 180) return "soft_no";
  if (relationship === "customer" && !hasOpenDeal) return "customer";
  if (hasAnswered && streak.count >= (hasOpenDeal ? 3 : 2)) return daysSince(lastAnswer) < 120 ? "ghosted" : "nurture";
  if (hasOpenDeal) return "opportunity";
  if (hasAnswered && daysSince(lastAnswer) >= 120) return "nurture";
  const cameToUs = lastInquiry > -Infinity;
  if (answered > (cameToUs ? 1 : 0)) return "warm";
  if (cameToUs && daysSince(lastInquiry) < 30) return "inbound";
  return cameToUs || relationship === "referral" ? "warm" : "cold";
}
