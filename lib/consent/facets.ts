import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import type { LawRule } from "#lib/consent/law.ts";
import type { Agreement, Standing } from "#lib/consent/standing.ts";
import { dayInWords } from "#lib/consent/terms.ts";
import { addMonths, dayOf, sayCalendarDay, sayDayInFull } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { channelNames } from "#lib/follow-up/vocabulary.ts";

export type ConsentFacet = { label: string; note: string; state: "good" | "later" | "ask" | "no" };

const agreementNames: Record<Agreement, string> = {
  express: "express",
  soft_opt_in: "soft opt in",
  implied: "implied",
  legitimate_interest: "legitimate interest",
};

/** The agreement point by point, each with its own answer, as the balance shows it. */
export function facetsOf(
  plan: Plan,
  { terms, history: { clock, contacts } }: ConsentMatter,
  { rule, held, isBlocked, inHours }: { rule: LawRule | null; held: Standing; isBlocked: boolean; inHours: boolean },
): ConsentFacet[] {
  const facets: ConsentFacet[] = [];
  const channel = channelNames[plan.channel];
  const day = clock.day(plan.at.getTime());
  if (held.kind === "stopped" || terms?.stopped) facets.push({ label: channel, note: "they asked us to stop", state: "no" });
  else if (terms?.channels)
    facets.push({
      label: channel,
      note: terms.channels.includes(plan.channel) ? "their choice" : "not their choice",
      state: terms.channels.includes(plan.channel) ? "good" : "no",
    });
  else
    facets.push({
      label: channel,
      note:
        held.kind === "agreed" ? `${agreementNames[held.status]} since ${sayDayInFull(clock.day(held.since.getTime()))}` : "not asked yet",
      state: held.kind === "agreed" ? "good" : rule?.needs ? (isBlocked ? "no" : "ask") : "good",
    });
  if (terms?.rate) {
    const { max, per } = terms.rate;
    const back = per === "week" ? day - 7 : addMonths(day, per === "month" ? -1 : -3);
    const used = contacts.filter((contact) => contact.day > back && contact.at <= plan.at.getTime()).length;
    facets.push({ label: `${max} a ${per}`, note: `${used} of ${max}`, state: used < max ? "good" : "later" });
  }
  facets.push({
    label: sayCalendarDay(day),
    note: terms?.days.length || terms?.hours ? "days and hours they chose" : rule?.hours ? "lawful hours" : "their time",
    state: inHours ? "good" : "later",
  });
  if (terms?.pausedUntil && dayOf(terms.pausedUntil) > day)
    facets.push({ label: "Pause", note: `until ${dayInWords(terms.pausedUntil)}`, state: "later" });
  if (terms?.callBackOn && dayOf(terms.callBackOn) >= day)
    facets.push({
      label: "Call back",
      note: dayInWords(terms.callBackOn),
      state: dayOf(terms.callBackOn) === day ? "good" : "later",
    });
  return facets;
}
