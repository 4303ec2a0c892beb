import type { ConsentStatus } from "#lib/consent/ledger.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Part, TimelineEntry, Tone } from "#lib/touches/timeline.ts";

/** What was recorded in the ledger at one moment, by one teller. */
export type ConsentData = {
  saidBy: "person" | "rep" | "import" | "system";
  method: string;
  evidence: string | null;
  lines: { channel: Channel | "any"; status: ConsentStatus }[];
};

const nouns: Record<Channel | "any", string> = {
  email: "e-mail",
  phone: "calls",
  sms: "text messages",
  linkedin: "LinkedIn",
  mail: "letters",
  meeting: "meetings",
  any: "all contact",
};

type Words = { icon: TimelineEntry["icon"]; tone: Tone; rule: string; title: (who: string, on: string) => string };

const basis = (why: string): Words => ({ icon: "said", tone: "confirm", rule: "C9", title: (_, on) => `Basis noted for ${on}: ${why}` });

/** How each status reads, with the rule it rests on; of several at once, the first here gives the entry its title. */
const words: Record<ConsentStatus, Words> = {
  objected: { icon: "ban", tone: "never", rule: "C4", title: (who, on) => `${who} asked us to stop ${on}` },
  undone: { icon: "said", tone: "welcome", rule: "C4", title: (who) => `${who} took the stop back` },
  paused: { icon: "pause", tone: "soon", rule: "C3", title: (who) => `${who} paused all contact` },
  resumed: { icon: "said", tone: "welcome", rule: "C3", title: (who) => `${who} ended the pause` },
  call_back: { icon: "clock", tone: "soon", rule: "C7", title: (who) => `${who} chose a day to be contacted` },
  terms: { icon: "said", tone: "confirm", rule: "C1", title: (who) => `${who} chose how to be contacted` },
  withdrawn: { icon: "ban", tone: "never", rule: "C4", title: (who, on) => `${who} said no to ${on}` },
  express: { icon: "said", tone: "welcome", rule: "C9", title: (who, on) => `${who} agreed to ${on}` },
  soft_opt_in: basis("a customer of something like it"),
  implied: basis("implied by what they did"),
  legitimate_interest: basis("it concerns their work"),
  looked_up: basis("the number is on no do-not-call list"),
};
const order = Object.keys(words) as ConsentStatus[];

const tellers = { person: "They said so themselves", rep: "They told us", import: "It came with an import", system: "Recorded by rule" };

const places: Record<string, string> = {
  merge: ", as the stricter of two records that became one",
  preference_link: ", on their own page",
  one_click: ", by “unsubscribe” in their mail program",
};

/** How a moment of the ledger reads (C9). */
export function consentEntry(who: string, { saidBy, method, evidence, lines }: ConsentData): Part {
  const on = (status: ConsentStatus) => inWords(lines.filter((line) => line.status === status).map(({ channel }) => nouns[channel]));
  const status = order.find((each) => lines.some((line) => line.status === each)) ?? "terms";
  const { icon, tone, title, rule } = words[status];
  const teller = `${tellers[saidBy]}${places[method] ?? ""}.`;
  const also = [
    status !== "express" && on("express") ? `Yes to ${on("express")}.` : "",
    status !== "withdrawn" && on("withdrawn") ? `No to ${on("withdrawn")}.` : "",
    isBasis(status) && saidBy === "rep" ? (evidence ?? "") : teller,
  ];
  const quote = saidBy === "rep" && !isBasis(status) ? evidence : null;
  return { kind: "consent", icon, tone, title: title(who, on(status)), text: also.filter(Boolean).join(" "), quote, rule };
}

/** What we rest a contact on until they have spoken for themselves. */
const isBasis = (status: ConsentStatus) =>
  status === "soft_opt_in" || status === "implied" || status === "legitimate_interest" || status === "looked_up";

const inWords = (items: string[]) => (items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`);
