import { type CadenceGround, groundCadence } from "#lib/cadence/judge-cadence.ts";
import { isSenior } from "#lib/cadence/seat.ts";
import type { SilenceReading } from "#lib/cadence/silence.ts";
import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import { sayAgreement } from "#lib/consent/say-agreement.ts";
import { openNoes, type RecordedNo } from "#lib/consent/noes.ts";
import { isRefused, topicsRefused } from "#lib/consent/topics.ts";
import { clockOf, type Day, dayLength } from "#lib/follow-up/clock.ts";
import { askStep, type History, readHistory } from "#lib/follow-up/history.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { ValueMatter } from "#lib/value/judge-value.ts";
import { runsOf } from "#lib/value/words.ts";

/** A dossier read once: what each judge gets to see of it, whatever is planned. */
export type Ground = {
  history: History;
  consent: ConsentMatter;
  cadence: CadenceGround;
  value: ValueMatter;
  /** The latest no that stands. */
  openNo: RecordedNo | null;
  /** How many steps up the ladder of asks they have come (G2). */
  reached: number;
};

export function groundOf(dossier: Dossier, policy: Policy, now: Date): Ground {
  const { person, terms, touches, planned, assets, facts, company } = dossier;
  const clock = clockOf(terms?.timeZone ?? person.timeZone ?? dossier.homeZone);
  const history = readHistory(touches, planned, clock, now);
  const noes = openNoes(noesOf(dossier, history));
  const openNo = noes[0] ?? null;
  const refused = topicsRefused(terms, dossier.suppressedTopics);
  const today = clock.day(now.getTime());
  const silence = standingReading(dossier, history);
  const cadence = groundCadence(
    {
      history,
      planned,
      company,
      relationship: person.relationship,
      hasOpenDeal: dossier.hasOpenDeal,
      lastNoAt: openNo?.at ?? -Infinity,
      assessment: dossier.assessment,
      silence: silence && dayOf(silence.endsOn) > today ? silence : null,
      quietUntil: latestDay(dossier.explainedUntil, silence?.endsOn, terms?.callBackOn),
      isSenior: isSenior(person.jobTitle),
      agreedDays: openDays(dossier, history),
      brokenPromise: dossier.agreedDays.map(dayOf).find((day) => day < today) ?? null,
      preferred: terms?.channels ?? null,
      reach: dossier.reach,
    },
    policy,
    now,
  );
  return {
    history,
    openNo,
    reached: Math.max(
      askStep(history.reached),
      person.relationship === "customer" ? askStep("trial") : dossier.hasOpenDeal ? askStep("meeting") : 0,
    ),
    cadence,
    consent: {
      history,
      zoneKnown: Boolean(terms?.timeZone ?? person.timeZone),
      person,
      ledger: dossier.ledger,
      points: dossier.points,
      terms,
      agreement: terms && sayAgreement(terms, person.givenName ?? person.name, { said: clock.day(terms.saidOn.getTime()), today }),
      suppressed: dossier.suppressed,
      suppressedTopics: dossier.suppressedTopics,
      refused,
      registries: dossier.registries,
      reach: dossier.reach,
      library: assets,
      holidays: holidaysOf(dossier),
      noes,
      footings: {},
    },
    value: {
      history,
      touches,
      person,
      names: [person.companyName, person.jobTitle].filter((name) => name !== null),
      theirRuns: runsOf(history.said),
      assets,
      offerable: refused.length > 0 ? assets.filter((asset) => !isRefused(asset, refused)) : assets,
      facts,
      openObjection: openNo,
    },
  };
}

const noHolidays = new Map<Day, string>();

const holidaysOf = ({ holidays }: Dossier) =>
  holidays.length === 0 ? noHolidays : new Map(holidays.map(({ on, name }) => [dayOf(on), name]));

/** Every no of theirs, with what became of it. */
export function noesOf({ objections, planned }: Pick<Dossier, "objections" | "planned">, { lastWelcome, lastOurs }: History): RecordedNo[] {
  return objections.map(({ id, kind, words, at: date, channel }) => {
    const at = date.getTime();
    const replied = lastOurs > at || planned.some(({ answersObjectionId }) => answersObjectionId === id);
    return { id, kind, words, at, channel, answered: lastWelcome > at, replied };
  });
}

/** A reading stands until its day, or until they answer (D5); the day may be past. */
function standingReading({ silence }: Dossier, { lastAnswer }: History): SilenceReading | null {
  return silence && lastAnswer <= silence.at.getTime() ? silence : null;
}

function latestDay(...dates: (string | null | undefined)[]): Day | null {
  const days = dates.filter((date) => typeof date === "string").map(dayOf);
  return days.length > 0 ? Math.max(...days) : null;
}

/** A day they named is open for one touch of ours, not for several. */
function openDays({ agreedDays, terms }: Dossier, { contacts }: History): Day[] {
  const days = agreedDays.map(dayOf);
  if (terms?.callBackOn) days.push(dayOf(terms.callBackOn));
  return days.filter((day) => !contacts.some((contact) => contact.day === day));
}

/** Until when they wait for us: their last word was to us and no refusal, and nobody answered or means to; -Infinity where they do not. */
export function awaitedUntil({ history }: Ground, { awaitingDays }: Policy): number {
  const { lastAsked, lastOurs, lastRefusal, contacts } = history;
  if (!lastAsked || lastOurs > lastAsked.at || lastRefusal > lastAsked.at) return -Infinity;
  const isMeant = contacts.some(({ at, disposition }) => disposition === null && at > lastAsked.at);
  return isMeant ? -Infinity : lastAsked.at + awaitingDays * dayLength;
}
