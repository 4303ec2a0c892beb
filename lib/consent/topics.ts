import { z } from "zod";

import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import type { Terms } from "#lib/consent/ledger.ts";
import { dateOf } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";

/** Something of the library, as far as consent goes. */
export type Carried = { id: string; title: string; topics: readonly string[]; sharedAt: Date | null; expiresOn: string | null };

/** A topic that is kept away, past any erasure or import; `group`: from all of this domain or company. */
export const SuppressedTopic = z.object({ topic: z.string(), group: z.string().nullable().default(null) });
export type SuppressedTopic = z.infer<typeof SuppressedTopic>;

const folded = (topic: string) => topic.trim().toLowerCase();

/** Which of these topics stand in a list of theirs, in whatever case. */
const among = (topics: readonly string[], list: readonly string[]): string[] => {
  const theirs = new Set(list.map(folded));
  return topics.filter((topic) => theirs.has(folded(topic)));
};

/** All topics they are to hear no more of: by their own word, or kept away from an address, domain or company of theirs. */
export const topicsRefused = (terms: Terms | null, suppressed: readonly SuppressedTopic[]): readonly string[] =>
  suppressed.length === 0 ? (terms?.refusedTopics ?? []) : [...(terms?.refusedTopics ?? []), ...suppressed.map(({ topic }) => topic)];

/** Whether something is about nothing but what they are to hear no more of (C2). */
export const isRefused = ({ topics }: Pick<Carried, "topics">, refused: readonly string[]): boolean =>
  topics.length > 0 && among(topics, refused).length === topics.length;

/** C2, C4: what carries only topics they want no more of is not brought; what misses those they like is said. */
export function judgeTopics(plan: Plan, matter: ConsentMatter, reasons: Reason[]): void {
  if (plan.offer.kind !== "asset") return;
  const { terms, library, refused, history } = matter;
  const brought = library.find(({ id }) => id === plan.offer.assetId);
  if (!brought || brought.topics.length === 0) return;
  const about = brought.topics.join(" or ");
  if (isRefused(brought, refused)) {
    const instead = inPlaceOf(matter, dateOf(history.clock.day(plan.at.getTime())));
    reasons.push({
      ...whyRefused(brought, matter, about),
      severity: "block",
      remedy: instead ? { do: "attach", assetId: instead.id, title: instead.title } : { do: "bring-something" },
    });
  } else if (terms?.topics && among(brought.topics, terms.topics).length === 0)
    reasons.push({
      rule: "C2",
      severity: "note",
      sentence: `They like to hear about ${terms.topics.join(" or ")}; this is about ${about}.`,
    });
}

function whyRefused(brought: Carried, { terms, suppressedTopics }: ConsentMatter, about: string): Pick<Reason, "rule" | "sentence"> {
  if (isRefused(brought, terms?.refusedTopics ?? [])) return { rule: "C2", sentence: `They asked for nothing more about ${about}.` };
  const groups = suppressedTopics.filter(({ topic, group }) => group !== null && among([topic], brought.topics).length > 0);
  const [group] = groups.map((each) => each.group).sort();
  return {
    rule: "C4",
    sentence: group
      ? `Nobody of ${group} is to hear about ${about}: that is on the list of those to leave alone.`
      : `Whoever has this address or number asked before for nothing more about ${about}. Only they can change that.`,
  };
}

/** Something they have not had and did not refuse; what they like comes first. */
function inPlaceOf({ library, terms, refused }: ConsentMatter, date: string): Carried | undefined {
  const open = library.filter((each) => !each.sharedAt && (each.expiresOn === null || each.expiresOn >= date) && !isRefused(each, refused));
  return open.find(({ topics }) => among(topics, terms?.topics ?? []).length > 0) ?? open[0];
}
