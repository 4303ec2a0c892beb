import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import type { Terms } from "#lib/consent/ledger.ts";
import { dateOf } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";

/** Something of the library, as far as consent goes. */
export type Carried = { id: string; title: string; topics: readonly string[]; sharedAt: Date | null; expiresOn: string | null };

const folded = (topic: string) => topic.trim().toLowerCase();

/** Which of these topics stand in a list of theirs, in whatever case. */
const among = (topics: readonly string[], list: readonly string[]): string[] => {
  const theirs = new Set(list.map(folded));
  return topics.filter((topic) => theirs.has(folded(topic)));
};

/** Whether something is about nothing but what they want no more of (C2). */
export const isRefused = ({ topics }: Pick<Carried, "topics">, terms: Terms | null): boolean =>
  terms !== null && topics.length > 0 && among(topics, terms.refusedTopics).length === topics.length;

/** C2: what carries only topics they want no more of is not brought; what misses those they like is said. */
export function judgeTopics(plan: Plan, { terms, library, history: { clock } }: ConsentMatter, reasons: Reason[]): void {
  if (!terms || plan.offer.kind !== "asset") return;
  const brought = library.find(({ id }) => id === plan.offer.assetId);
  if (!brought || brought.topics.length === 0) return;
  const about = brought.topics.join(" or ");
  if (isRefused(brought, terms)) {
    const instead = inPlaceOf(library, terms, dateOf(clock.day(plan.at.getTime())));
    reasons.push({
      rule: "C2",
      severity: "block",
      sentence: `They asked for nothing more about ${about}.`,
      remedy: instead ? { do: "attach", assetId: instead.id, title: instead.title } : { do: "bring-something" },
    });
  } else if (terms.topics && among(brought.topics, terms.topics).length === 0)
    reasons.push({
      rule: "C2",
      severity: "note",
      sentence: `They like to hear about ${terms.topics.join(" or ")}; this is about ${about}.`,
    });
}

/** Something they have not had and did not refuse; what they like comes first. */
function inPlaceOf(library: readonly Carried[], terms: Terms, date: string): Carried | undefined {
  const open = library.filter((each) => !each.sharedAt && (each.expiresOn === null || each.expiresOn >= date) && !isRefused(each, terms));
  return open.find(({ topics }) => among(topics, terms.topics ?? []).length > 0) ?? open[0];
}
