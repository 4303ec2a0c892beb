import type { ConsentStatus } from "#lib/consent/ledger.ts";
import { addBusinessDays, dateOf, instantAt, localDay, weekday } from "#lib/follow-up/local-time.ts";
import type { Disposition } from "#lib/follow-up/touch.ts";
import type { AskSize, Channel, OfferKind, Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import type { Choice } from "#lib/preferences/choice.ts";
import type { NoteTerms } from "#lib/preferences/note-terms.ts";
import type { Homework, Stake } from "#lib/prospects/assessment.ts";
import type { FactOrigin } from "#lib/prospects/fact-origin.ts";
import type { ObjectionKind } from "#lib/touches/objection.ts";
import type { AssetKey } from "#prisma/seed/assets.ts";
import type { CompanyKey } from "#prisma/seed/companies.ts";
import type { PersonKey } from "#prisma/seed/people.ts";

/** All days are counted from the day of seeding, so that the story is always fresh. Hours are the prospect's. */
export type SeedTouch = {
  day: number;
  hour?: number;
  channel: Channel;
  direction: "out" | "in";
  did: Disposition;
  gave?: OfferKind;
  asset?: AssetKey;
  what?: string;
  ask?: AskSize;
  said?: string;
  no?: ObjectionKind;
  by?: PersonKey;
};

export type SeedPlan = {
  day: number;
  hour?: number;
  /** The day on which it was planned, before today. */
  plannedOn: number;
  channel: Channel;
  gives: OfferKind;
  asset?: AssetKey;
  what: string;
  ask: AskSize;
  helps: string;
  draft: string;
  /** Shown to them on their own page. */
  shared?: true;
  /** Left as the gate refused it; any other plan takes the next allowed time. */
  staysRefused?: true;
  by?: PersonKey;
};

export type SeedChoice = { day: number; choice: Choice | { action: "pause-days" | "call-back-days"; days: number } };

export type SeedProspect = {
  name: string;
  title: string;
  company: CompanyKey;
  owner: PersonKey;
  phone?: string;
  zone: string;
  country: string;
  language?: string;
  kind?: SubscriberKind;
  relationship: Relationship;
  source: string;
  /** How many days ago the record was made. */
  since: number;
  consent?: {
    day: number;
    channel: Channel | "any";
    status: ConsentStatus;
    saidBy: "person" | "rep" | "import";
    method: string;
    wording?: string;
    /** For how many days it carries. */
    lasts?: number;
  }[];
  choices?: SeedChoice[];
  /** The day on which their rep asked how they want to be contacted, by mail. */
  askedOn?: number;
  /** What they told their rep about it, unconfirmed. */
  noted?: { day: number } & Pick<NoteTerms, "words" | "channels" | "hours">;
  /** `on`: in how many days the day is that it names. */
  facts?: [label: string, value: string, origin: FactOrigin, note: string, on?: number][];
  assessment?: { fit: number; stake: Stake; homework: Homework; decisionIn?: number; source?: string };
  touches: SeedTouch[];
  nextStep?: { what: string; owedBy: "us" | "them"; due: number; agreed: boolean };
  deal?: { title: string; amount: number; stage: string; days: number; agreed: boolean; agreement?: string; closesIn?: number };
  plans?: SeedPlan[];
};

type Over = Partial<Omit<SeedTouch, "day" | "channel" | "direction" | "did">>;

/** An e-mail of ours that gave something. */
export const gave = (day: number, what: string, over: Over = {}): SeedTouch => ({
  day,
  channel: "email",
  direction: "out",
  did: "sent",
  gave: "asset",
  ask: "none",
  what,
  ...over,
});
/** An e-mail of ours that only asked. */
export const asked = (day: number, ask: AskSize, what: string, over: Over = {}): SeedTouch => ({
  day,
  channel: "email",
  direction: "out",
  did: "sent",
  ask,
  what,
  ...over,
});
export const called = (day: number, did: Disposition, over: Over = {}): SeedTouch => ({
  day,
  channel: "phone",
  direction: "out",
  did,
  ask: "call",
  ...over,
});
/** What they wrote. */
export const wrote = (day: number, did: Disposition, said: string, over: Over = {}): SeedTouch => ({
  day,
  channel: "email",
  direction: "in",
  did,
  said,
  ...over,
});
export const met = (day: number, what: string, over: Over = {}): SeedTouch => ({
  day,
  channel: "meeting",
  direction: "out",
  did: "conversation",
  ask: "none",
  what,
  ...over,
});

/** Turns the story's days into instants and dates around `now`. */
export function calendar(now: Date) {
  const today = (zone: string) => localDay(zone, now);
  /** Nobody works on a Saturday or Sunday: the past moves back to the Friday, the future on to the Monday. */
  const workday = (zone: string, days: number) => {
    const day = today(zone) + days;
    if (weekday(day) <= 5) return day;
    return days <= 0 ? day - (weekday(day) - 5) : addBusinessDays(day, 1);
  };
  const at = (zone: string, days: number, hour = 10) => instantAt(zone, workday(zone, days), Math.round(hour * 60));
  return {
    at,
    /** Something that happened: never later than now. */
    past: (zone: string, days: number, hour = 10) => (at(zone, days, hour) < now ? at(zone, days, hour) : at(zone, days - 1, hour)),
    date: (zone: string, days: number) => dateOf(workday(zone, days)),
    ago: (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000),
  };
}
export type Calendar = ReturnType<typeof calendar>;

/** A column of type date. */
export const dateColumn = (date: string) => new Date(`${date}T00:00:00Z`);
