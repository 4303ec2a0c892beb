import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Spoken } from "#lib/follow-up/spoken.ts";
import { wordsIn as choiceWordsIn } from "#lib/preferences/wording.ts";
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
    facts: held.facts.map(({ label, value, onDay, origin, since }) => ({
      what: label,
      value: `${joined(value, onDay && sayDayIn(language, onDay))} – ${words.origins[origin]}, ${day(since)}`,
    })),
    touches: sayTouches(tell),
    reactions: sayReactions(tell),
    objections: held.objections.map(({ at, words: said }) => ({ what: day(at), value: words.youSaid(said) })),
    notes: held.notes.map(({ at, kind, words: said }) => ({ what: day(at), value: joined(words.notes[kind], said) })),
    steps: saySteps(tell),
    planned: sayPlanned(tell),
    mails: sayMails(tell),
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

function sayPerson({ held: { person: known, assessment }, words, language, day }: Teller): Line[] {
  const { source, relationship, subscriberKind, knownSince } = known;
  const named = (type: "region" | "language", code: string | null) => code && sayCodeIn(language, type, code);
  const person = { ...known, country: named("region", known.country), language: named("language", known.language) };
  const said = (["name", "jobTitle", "company", "country", "region", "timeZone", "language"] as const).flatMap((field) =>
    person[field] ? [{ what: words.person[field], value: person[field] }] : [],
  );
  return [
    ...said,
    { what: words.person.subscriberKind, value: words.subscriberKinds[subscriberKind] },
    ...(assessment ? [{ what: words.person.stake, value: words.stakes[assessment.stake] }] : []),
    ...(assessment?.decisionOn ? [{ what: words.person.decisionOn, value: sayDayIn(language, assessment.decisionOn) }] : []),
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

function sayReactions({ held, words, day }: Teller): Line[] {
  return held.reactions.map(({ at, title, reaction, saidBy }) => ({
    what: day(at),
    value: joined(`${title}: ${words.reactions[reaction]}`, words.tellers[saidBy]),
  }));
}

function saySteps({ held, words, language, day }: Teller): Line[] {
  return held.steps.map(({ what, owedBy, dueOn, since, settledAs, confirmed, correction }) => ({
    what: `${day(since)}, ${owedBy === "us" ? words.team : words.you}`,
    value: joined(
      what,
      dueOn && words.until(sayDayIn(language, dueOn)),
      settledAs && words.settled[settledAs],
      confirmed && words.confirmed,
      correction && words.youSaid(correction),
    ),
  }));
}

function sayPlanned({ held, words, language }: Teller): Line[] {
  return held.planned.map(({ channel, on, offer, state }) => ({
    what: sayDayIn(language, on),
    value: joined(words.channels[channel], words.offers[offer], state === "held" && words.takenOff),
  }));
}

function sayMails({ held, words, day }: Teller): Line[] {
  return held.mails.map(({ at, kind, state }) => ({ what: day(at), value: joined(words.mails[kind], state !== "sent" && words.notSent) }));
}

function sayConsent({ held, words, day }: Teller): Line[] {
  return held.consent.map(({ at, channel, status, saidBy, until }) => ({
    what: day(at),
    value: joined(`${words.channels[channel]}: ${words.statuses[status]}`, until && words.until(day(until)), words.tellers[saidBy]),
  }));
}

function sayTerms({ held, words, language, day }: Teller): Line[] {
  const date = (named: string) => sayDayIn(language, named);
  const choices = choiceWordsIn[language].terms;
  return held.terms.map((terms) => ({
    what: day(terms.at),
    value: terms.stopped
      ? words.stopped
      : joined(
          terms.channels?.map((channel) => words.channels[channel]).join(", "),
          terms.maxTouches !== null && terms.maxPer && words.rate(terms.maxTouches, terms.maxPer),
          terms.days.map((each) => sayWeekdayIn(language, each)).join(", "),
          terms.fromHour !== null && terms.toHour !== null && words.hours(terms.fromHour, terms.toHour),
          terms.timeZone && `${words.person.timeZone}: ${terms.timeZone}`,
          terms.topics.length > 0 && choices.topics(terms.topics.join(", ")),
          terms.refusedTopics.length > 0 && choices.refused(terms.refusedTopics.join(", ")),
          terms.language && choices.languages[terms.language],
          terms.pausedUntil && `${words.statuses.paused}, ${words.until(date(terms.pausedUntil))}`,
          terms.callBackOn && words.callBack(date(terms.callBackOn)),
          terms.callBackOn && terms.bridge !== null && choices.bridge(terms.bridge),
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
