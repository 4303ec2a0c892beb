import type { CadenceMatter } from "#lib/cadence/judge-cadence.ts";
import { isOutbound } from "#lib/cadence/contact.ts";
import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import { isConsideredReply, type RecordedNo } from "#lib/consent/noes.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { isWelcomed, type Touch } from "#lib/follow-up/touch.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { ValueMatter } from "#lib/value/judge-value.ts";

/** What each judge gets to see of a dossier, seen once for all of them. */
export type Matters = { zone: string; consent: ConsentMatter; cadence: CadenceMatter; value: ValueMatter };

export function mattersOf(plan: Plan, dossier: Dossier, policy: Policy, now: Date): Matters {
  const zone = dossier.terms?.timeZone ?? dossier.person.timeZone ?? dossier.homeZone;
  const noes = noesOf(dossier);
  const last = openNo(noes);
  const outbound = dossier.touches.filter(isOutbound).map(({ at }) => at);
  const awaitsUs = theyAwaitUs(plan, dossier, policy, now);
  const day = dateOf(localDay(zone, plan.at));
  const contacts = [...outbound, ...dossier.planned.map(({ at }) => at)];
  const callBackOn = dossier.terms?.callBackOn ?? null;
  const agreedDays = openDays([...dossier.agreedDays, ...(callBackOn ? [callBackOn] : [])], contacts, zone);

  return {
    zone,
    consent: {
      zone,
      zoneKnown: Boolean(dossier.terms?.timeZone ?? dossier.person.timeZone),
      person: dossier.person,
      ledger: dossier.ledger,
      terms: dossier.terms,
      suppressed: dossier.suppressed,
      reach: dossier.reach,
      contacts,
      noes,
      awaitsUs,
    },
    cadence: {
      zone,
      touches: dossier.touches,
      planned: dossier.planned,
      company: dossier.company,
      relationship: dossier.person.relationship,
      hasOpenDeal: dossier.hasOpenDeal,
      lastNoAt: last?.at ?? null,
      assessment: dossier.assessment,
      agreedDays,
      preferred: dossier.terms?.channels ?? null,
      isConsideredReply: last !== null && isConsideredReply(plan, last),
    },
    value: {
      person: dossier.person,
      touches: dossier.touches,
      assets: dossier.assets,
      specifics: specificsOf(dossier),
      openObjection: last && { ...last, answeredAt: null },
      askedFor: awaitsUs ? "they await your answer" : agreedDays.includes(day) ? "they asked for it today" : null,
      zone,
      day,
    },
  };
}

/** A day they named is open for one touch of ours, not for several. */
const openDays = (days: string[], contacts: Date[], zone: string) =>
  days.filter((date) => !contacts.some((at) => dateOf(localDay(zone, at)) === date));

function noesOf({ objections, touches, planned }: Dossier): RecordedNo[] {
  const answers = touches.filter(
    ({ direction, disposition }) => isWelcomed(disposition) || (direction === "in" && disposition === "replied"),
  );
  return objections.map((no) => ({
    ...no,
    answered: answers.some(({ at }) => at > no.at),
    replied:
      touches.some((touch) => isOutbound(touch) && touch.at > no.at) ||
      planned.some(({ answersObjectionId }) => answersObjectionId === no.id),
  }));
}

const openNo = (noes: RecordedNo[]) =>
  noes
    .filter(({ answered }) => !answered)
    .reduce<RecordedNo | null>(
      (last, no) => (!last || no.at > last.at || (no.at.getTime() === last.at.getTime() && no.id > last.id) ? no : last),
      null,
    );

/** Their last word was to us, lately, nobody answered or means to yet, and this goes back the way it came (or by e-mail or phone). */
function theyAwaitUs({ channel }: Plan, { touches, planned }: Dossier, { awaitingDays }: Policy, now: Date): boolean {
  const asked = touches.filter(
    ({ disposition }) => disposition === "asked_question" || disposition === "interested" || disposition === "inquired",
  );
  const last = asked.reduce<Touch | null>((latest, touch) => (latest && latest.at >= touch.at ? latest : touch), null);
  if (!last || now.getTime() - last.at.getTime() > awaitingDays * 86_400_000) return false;
  const answered = touches.some((touch) => isOutbound(touch) && touch.at > last.at) || planned.some(({ at }) => at > last.at);
  return !answered && (channel === last.channel || channel === "email" || channel === "phone");
}

/** Names, role, company and what they told us or published: things a message may use (C8 keeps the observed out). */
function specificsOf({ person, facts }: Dossier): string[] {
  const usable = facts.filter(({ origin }) => origin === "told_us" || origin === "public_professional").map(({ value }) => value);
  return [person.companyName, person.jobTitle, ...usable].filter((word): word is string => Boolean(word));
}
