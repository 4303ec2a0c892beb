import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Spoken } from "#lib/follow-up/spoken.ts";
import type { Held } from "#lib/rights/held.ts";
import { sayCodeIn, sayDayIn, sayWeekdayIn, type Words, wordsIn } from "#lib/rights/words.ts";

type Line = { what: string; value: string };
export type Section = { part: keyof Words["sections"]; title: string; lines: Line[]; older: number };

/** How many lines of one kind the page shows; the files have all. */
const most = 30;

type Teller = { held: Held; words: Words; language: Spoken; day: (at: Date) => string };

/** What is held, told part by part in the person's language; days by their own calendar. */
export function sayHeld(held: Held, language: Spoken, zone: string): Section[] {
  const words = wordsIn[language];
  const day = (at: Date) => sayDayIn(language, dateOf(localDay(zone, at)));
  const tell = { held, words, language, day };
  const parts = {
    person: sayPerson(tell),
    addresses: held.addresses.map(({ kind, value, inUse }) => ({
      what: words.addresses[kind],
      value: inUse ? value : `${value} (${words.notInUse})`,
    })),
    facts: held.facts.map(({ label, value, origin, since }) => ({
      what: label,
      value: `${value} – ${words.origins[origin]}, ${day(since)}`,
    })),
    touches: sayTouches(tell),
    consent: sayConsent(tell),
    terms: sayTerms(tell),
    decisions: sayDecisions(tell),
  };
  return Object.entries(parts).map(([part, lines]) => ({
    part: part as keyof typeof parts,
    title: words.sections[part as keyof typeof parts],
    lines: lines.slice(0, most),
    older: Math.max(0, lines.length - most),
  }));
}

function sayPerson({ held: { person: known }, words, language, day }: Teller): Line[] {
  const { source, relationship, knownSince } = known;
  const named = (type: "region" | "language", code: string | null) => code && sayCodeIn(language, type, code);
  const person = { ...known, country: named("region", known.country), language: named("language", known.language) };
  const said = (["name", "jobTitle", "company", "country", "region", "timeZone", "language"] as const).flatMap((field) =>
    person[field] ? [{ what: words.person[field], value: person[field] }] : [],
  );
  return [
    ...said,
    { what: words.person.source, value: source ?? words.relationships[relationship] },
    { what: words.person.knownSince, value: day(knownSince) },
  ];
}

const joined = (...parts: (string | null | false | undefined)[]) => parts.filter(Boolean).join("; ");

function sayTouches({ held, words, day }: Teller): Line[] {
  return held.touches.map(({ at, channel, direction, disposition, offer, offered, youSaid }) => ({
    what: `${day(at)}, ${direction === "out" ? words.team : words.you}`,
    value: joined(
      `${words.channels[channel]}: ${words.dispositions[disposition]}`,
      joined(words.offers[offer], offered).replace("; ", ": "),
      youSaid && words.youSaid(youSaid),
    ),
  }));
}

function sayConsent({ held, words, day }: Teller): Line[] {
  return held.consent.map(({ at, channel, status, saidBy, until }) => ({
    what: day(at),
    value: joined(`${words.channels[channel]}: ${words.statuses[status]}`, until && words.until(day(until)), words.tellers[saidBy]),
  }));
}

function sayTerms({ held, words, language, day }: Teller): Line[] {
  const date = (named: string) => sayDayIn(language, named);
  return held.terms.map((terms) => ({
    what: day(terms.at),
    value: terms.stopped
      ? words.stopped
      : joined(
          terms.channels?.map((channel) => words.channels[channel]).join(", "),
          terms.maxTouches !== null && terms.maxPer && words.rate(terms.maxTouches, terms.maxPer),
          terms.days.map((each) => sayWeekdayIn(language, each)).join(", "),
          terms.fromHour !== null && terms.toHour !== null && words.hours(terms.fromHour, terms.toHour),
          terms.pausedUntil && `${words.statuses.paused}, ${words.until(date(terms.pausedUntil))}`,
          terms.callBackOn && words.callBack(date(terms.callBackOn)),
          words.tellers[terms.saidBy],
        ),
  }));
}

function sayDecisions({ held, words, day }: Teller): Line[] {
  return held.decisions.map(({ at, channel, plannedFor, allowed, rule }) => ({
    what: day(at),
    value: joined(
      words.decision(words.channels[channel], day(plannedFor), allowed),
      !allowed && words.whyNot[(rule?.[0] ?? "C") as keyof Words["whyNot"]],
    ),
  }));
}

/** What became of each request, the latest first. */
export function sayRequests(held: Held, language: Spoken, zone: string): Line[] {
  const words = wordsIn[language];
  const day = (at: Date) => sayDayIn(language, dateOf(localDay(zone, at)));
  return held.requests.map(({ kind, state, receivedAt, dueOn, about, extendedBecause, answeredAt, ground, answer }) => ({
    what: joined(words.asks[kind], about),
    value: joined(
      state === "open" && words.open(day(receivedAt), sayDayIn(language, dueOn)),
      state === "open" && extendedBecause && words.longer(extendedBecause),
      state === "done" && words.done(day(answeredAt!)),
      state === "refused" && words.refused(day(answeredAt!)),
      ground && words.grounds[ground],
      answer,
    ),
  }));
}
