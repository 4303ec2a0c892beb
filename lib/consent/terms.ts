import { Terms } from "#lib/consent/ledger.ts";
import { dayOf, sayDayInFull } from "#lib/follow-up/local-time.ts";
import { languageNames } from "#lib/follow-up/language-names.ts";
import { type Channel, channelNames } from "#lib/follow-up/vocabulary.ts";

/** What somebody can choose, without who said it and when. Dates are the first day on which contact is welcome again. */
export type TermsContent = Omit<Terms, "version" | "saidOn" | "saidBy">;

/** Nothing said yet. */
export const nothingSaid: TermsContent = {
  channels: null,
  rate: null,
  days: [],
  hours: null,
  timeZone: null,
  pausedUntil: null,
  callBackOn: null,
  topics: null,
  refusedTopics: [],
  language: null,
  bridge: null,
  stopped: false,
};

/** A version of the terms as the table keeps it, read by the database client or as JSON. */
export type TermsRow = {
  version: number;
  channels: string[];
  channelsSaid: boolean;
  maxTouches: number | null;
  maxPer: string | null;
  days: number[];
  fromHour: number | null;
  toHour: number | null;
  timeZone: string | null;
  pausedUntil: Date | string | null;
  callBackOn: Date | string | null;
  topics: string[];
  refusedTopics: string[];
  language: string | null;
  bridge: number | null;
  stopped: boolean;
  saidBy: string;
  createdAt: Date | string;
};

export function toTerms(row: TermsRow): Terms {
  return Terms.parse({
    version: row.version,
    saidOn: row.createdAt,
    saidBy: row.saidBy,
    channels: row.channelsSaid ? row.channels : null,
    rate: row.maxTouches === null ? null : { max: row.maxTouches, per: row.maxPer },
    days: row.days,
    hours: row.fromHour === null ? null : { from: row.fromHour, to: row.toHour },
    timeZone: row.timeZone,
    pausedUntil: day(row.pausedUntil),
    callBackOn: day(row.callBackOn),
    topics: row.topics.length === 0 ? null : row.topics,
    refusedTopics: row.refusedTopics,
    language: row.language,
    bridge: row.bridge,
    stopped: row.stopped,
  });
}

const day = (value: Date | string | null) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

/** The terms in plain sentences, for the rep and for the person themselves: "E-mail only, at most once a month, Tuesday to Thursday, mornings." */
export function describeTerms(terms: TermsContent, today?: string): string[] {
  if (terms.stopped) return ["No contact at all."];
  const how = [sayChannels(terms.channels), sayRate(terms.rate), sayDays(terms.days), sayHours(terms.hours)].filter(Boolean).join(", ");
  const ahead = (date: string | null): date is string => date !== null && (today === undefined || date > today);
  return [
    ...(how ? [`${how[0]!.toUpperCase()}${how.slice(1)}.`] : []),
    ...sayTopics(terms),
    ...(terms.language ? [`In ${languageNames[terms.language]}.`] : []),
    ...(ahead(terms.pausedUntil) ? [`Quiet until ${dayInWords(terms.pausedUntil)}.`] : []),
    ...(terms.callBackOn && (today === undefined || terms.callBackOn >= today)
      ? [`Come back on ${dayInWords(terms.callBackOn)}${sayBridge(terms.bridge)}.`]
      : []),
  ];
}

function sayTopics({ topics, refusedTopics }: TermsContent): string[] {
  return [
    ...(topics ? [`Likes to hear about ${topics.join(", ")}.`] : []),
    ...(refusedTopics.length > 0 ? [`Nothing more about ${refusedTopics.join(", ")}.`] : []),
  ];
}

const sayBridge = (bridge: number | null) =>
  bridge === null
    ? ""
    : bridge === 0
      ? ", and nothing until then"
      : `, with at most ${bridge} useful ${bridge === 1 ? "thing" : "things"} until then`;

function sayChannels(channels: Channel[] | null): string {
  if (!channels) return "";
  const [first, ...rest] = channels.map((channel, i) =>
    i === 0 || channel === "linkedin" ? channelNames[channel] : channelNames[channel].toLowerCase(),
  );
  if (!first) return "no channel";
  return rest.length === 0 ? `${first} only` : `${[first, ...rest].slice(0, -1).join(", ")} or ${rest.at(-1)}`;
}

const times = (count: number) => ["once", "twice"][count - 1] ?? `${count} times`;

function sayRate(rate: Terms["rate"]): string {
  if (!rate) return "";
  return `at most ${times(rate.max)} ${rate.per === "quarter" ? "every three months" : `a ${rate.per}`}`;
}

export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

function sayDays(days: number[]): string {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b);
  if (sorted.length === 0 || sorted.length === 7) return "";
  const names = sorted.map((each) => weekdayNames[each - 1]!);
  const isRun = sorted.length > 2 && sorted.every((each, i) => each === sorted[0]! + i);
  if (isRun) return `${names[0]} to ${names.at(-1)}`;
  return names.length === 1 ? `${names[0]}s` : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** What the words on the page mean, in hours of their clock. */
export const partsOfDay = { morning: { from: 8, to: 12 }, afternoon: { from: 12, to: 17 } } as const;

function sayHours(hours: Terms["hours"]): string {
  if (!hours) return "";
  const same = (part: { from: number; to: number }) => part.from === hours.from && part.to === hours.to;
  if (same(partsOfDay.morning)) return "mornings";
  if (same(partsOfDay.afternoon)) return "afternoons";
  return `between ${hours.from}:00 and ${hours.to}:00`;
}

/** A calendar day in words, without passing through a clock: "4 January 2027". */
export const dayInWords = (date: string): string => sayDayInFull(dayOf(date));
