import type { ConsentStatus } from "#lib/consent/ledger.ts";
import type { Spoken } from "#lib/follow-up/spoken.ts";
import type { Disposition } from "#lib/follow-up/touch.ts";
import type { Channel, OfferKind, Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import type { MailKind } from "#lib/mail/message.ts";
import type { Stake } from "#lib/prospects/assessment.ts";
import type { FactOrigin } from "#lib/prospects/fact-origin.ts";
import type { NoteKind, Reaction } from "#lib/rights/held.ts";
import type { Ground, RequestKind } from "#lib/rights/request.ts";
import { de } from "#lib/rights/words-de.ts";
import { en } from "#lib/rights/words-en.ts";
import { es } from "#lib/rights/words-es.ts";
import { fr } from "#lib/rights/words-fr.ts";

/** Every word of the page about one's data, in one language. `day` comes written out. */
export type Words = {
  title: string;
  lede: (organisation: string, contact: string) => string;
  back: string;
  skip: string;
  sections: Record<
    | "person"
    | "addresses"
    | "facts"
    | "touches"
    | "reactions"
    | "objections"
    | "notes"
    | "steps"
    | "planned"
    | "mails"
    | "consent"
    | "terms"
    | "decisions"
    | "requests"
    | "take"
    | "correct"
    | "erase",
    string
  >;
  nothing: string;
  more: (count: number) => string;
  person: Record<
    | "name"
    | "jobTitle"
    | "company"
    | "country"
    | "region"
    | "timeZone"
    | "language"
    | "subscriberKind"
    | "stake"
    | "decisionOn"
    | "source"
    | "knownSince",
    string
  >;
  addresses: Record<"email" | "phone" | "linkedin" | "address", string>;
  notInUse: string;
  subscriberKinds: Record<SubscriberKind, string>;
  stakes: Record<Stake, string>;
  origins: Record<FactOrigin, string>;
  relationships: Record<Relationship, string>;
  channels: Record<Channel | "any", string>;
  dispositions: Record<Disposition, string>;
  offers: Record<OfferKind, string>;
  reactions: Record<Reaction, string>;
  notes: Record<NoteKind, string>;
  settled: Record<"kept" | "missed" | "dropped", string>;
  confirmed: string;
  takenOff: string;
  mails: Record<MailKind, string>;
  notSent: string;
  team: string;
  you: string;
  youSaid: (words: string) => string;
  statuses: Record<ConsentStatus, string>;
  tellers: Record<"person" | "rep" | "import" | "system", string>;
  until: (day: string) => string;
  rate: (most: number, per: "week" | "month" | "quarter") => string;
  hours: (from: number, to: number) => string;
  stopped: string;
  callBack: (day: string) => string;
  decision: (channel: string, day: string, allowed: boolean) => string;
  /** Why a plan was not allowed, by the letter of its rule. */
  whyNot: Record<"C" | "D" | "V" | "L" | "G" | "P", string>;
  take: string;
  asJson: string;
  asCsv: string;
  correct: string;
  about: string;
  right: string;
  sendCorrection: string;
  erase: (organisation: string) => string;
  eraseFirst: string;
  eraseSure: string;
  eraseNow: string;
  keep: string;
  asks: Record<RequestKind, string>;
  open: (asked: string, due: string) => string;
  longer: (reason: string) => string;
  done: (answered: string) => string;
  refused: (answered: string) => string;
  grounds: Record<Ground, string>;
  received: { correct: string; erase: string };
  wrong: { about: string; right: string; form: string; tooMany: string; failed: string };
  gone: { title: string; text: (organisation: string, day: string) => string; stays: string };
};

export const wordsIn: Record<Spoken, Words> = { en, de, fr, es };

const locales: Record<Spoken, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-ES" };

/** A calendar day as that language writes it: "3 May 2027". */
export function sayDayIn(language: Spoken, date: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

/** A country or a language by its code, as that language calls it: "PT" is "Portugal". */
export function sayCodeIn(language: Spoken, type: "region" | "language", code: string): string {
  return new Intl.DisplayNames(locales[language], { type, fallback: "code" }).of(code) ?? code;
}

/** ISO weekday 1–7. */
export function sayWeekdayIn(language: Spoken, day: number): string {
  // 1 January 2024 was a Monday
  return new Intl.DateTimeFormat(locales[language], { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, day)));
}
