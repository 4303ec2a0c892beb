import { sayHours } from "#lib/consent/hours.ts";
import { law, lawKey, type LawRule, type Reading } from "#lib/consent/law.ts";
import { registryNames } from "#lib/consent/registry-names.ts";
import sources from "#lib/consent/law-sources.json" with { type: "json" };
import { dayInWords } from "#lib/consent/terms.ts";
import type { ConsentStatus } from "#lib/consent/ledger.ts";
import { channelNames, type SubscriberKind } from "#lib/follow-up/vocabulary.ts";

export const readingNames: Record<Reading, string> = {
  primary: "the text itself was read",
  secondary: "read in a summary",
  recall: "from memory: check it before relying on it",
  house: "a rule of this house, no law",
};

const statusNames: Partial<Record<ConsentStatus, string>> = {
  express: "their express consent",
  soft_opt_in: "a sale of something like it",
  implied: "consent implied by an inquiry or an address they gave",
  legitimate_interest: "an interest that concerns their work, with the reason recorded",
};

const subscriberNames: Record<SubscriberKind, string> = {
  consumer: "consumers",
  sole_trader: "sole traders",
  corporate: "firms",
  unknown: "those of whom we do not know",
};

const places: [prefix: string, title: string][] = [
  ["UK", "United Kingdom"],
  ["EU", "European Union, Iceland, Liechtenstein, Norway"],
  ["DE", "Germany"],
  ["FR", "France"],
  ["US", "United States"],
  ["CA", "Canada"],
  ["AU", "Australia"],
  ["XX", "Anywhere else, and where the country is not known"],
];

/** The rules by place, in the order in which they are asked: the particular before the general. */
export const lawByPlace = (): { title: string; rules: LawRule[] }[] =>
  places.map(([prefix, title]) => ({ title, rules: law.filter(({ id }) => id.startsWith(prefix)) }));

export const ruleNamed = (key: string): LawRule | undefined => law.find((rule) => lawKey(rule) === key);

/** A rule in words, point by point. */
export function describeRule(rule: LawRule): [label: string, value: string][] {
  const { channels, subscribers, needs, without, hours, cap, refusalDays, lasts, registry, records, from, to } = rule;
  const asked = !needs ? "nothing" : or(needs.map((status) => statusNames[status] ?? status));
  const otherwise = without === "block" ? "nobody is contacted" : "a reason is stated first";
  return [
    [
      "For",
      `${or(channels.map((channel) => channelNames[channel].toLowerCase()))} to ${and(subscribers.map((kind) => subscriberNames[kind]))}`,
    ],
    ["Needs", registry ? `a number that is on no list, or ${asked}` : needs ? `${asked}; without it ${otherwise}` : asked],
    ...(registry
      ? [
          [
            "Registry",
            `${and(registry.lists.map((list) => registryNames[list]))}, checked within ${registry.freshDays} days (${readingNames[registry.read]})`,
          ] as [string, string],
        ]
      : []),
    ...(hours
      ? [
          [
            "Hours",
            `weekdays ${sayHours(hours.week)}, Saturdays ${sayHours(hours.saturday)}, Sundays and holidays ${sayHours(hours.sunday)}, by their clock`,
          ] as [string, string],
        ]
      : []),
    ...(cap ? [["At most", `${cap.touches} in ${cap.days === 1 ? "a day" : `${cap.days} days`}`] as [string, string]] : []),
    ...(refusalDays ? [["After a no", `${refusalDays} days of rest`] as [string, string]] : []),
    ...(lasts ? [["A basis lasts", `${lasts.inquiry} days after an inquiry, ${lasts.customer} after a sale`] as [string, string]] : []),
    ["An opt-out", `there: ${rule.optOut}. Here: at once, and for good`],
    ...(records ? [["Also", records] as [string, string]] : []),
    ["In force", `${from ? `from ${dayInWords(from)}` : "for as long as we know"}${to ? ` until ${dayInWords(to)}` : ""}`],
    ["Read", `${readingNames[rule.read]}${rule.sources.length > 0 ? `. ${rule.sources.map(saySource).join("; ")}` : ""}`],
  ];
}

type SourceId = keyof typeof sources;
const saySource = (id: string) => (id in sources ? `${sources[id as SourceId].title} (${sources[id as SourceId].where})` : id);

const join = (parts: string[], word: string) =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
const and = (parts: string[]) => join(parts, "and");
const or = (parts: string[]) => join(parts, "or");
