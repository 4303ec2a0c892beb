import type { KnownPoints } from "#lib/consent/address.ts";
import { callBackLimits } from "#lib/consent/call-back.ts";
import { type ConsentFacet, facetsOf } from "#lib/consent/facets.ts";
import { type Footing, footingOf, registryOf } from "#lib/consent/footing.ts";
import { type LawRule, ruleOn } from "#lib/consent/law.ts";
import type { ConsentEntry, ConsentStatus, Terms } from "#lib/consent/ledger.ts";
import { findBasis } from "#lib/consent/legal-basis.ts";
import type { RegistryCheck } from "#lib/consent/registry.ts";
import { chosenHours, chosenRate, type Holidays, lawfulCap, notBefore, quietHours } from "#lib/consent/limits.ts";
import { noLimits, type RecordedNo } from "#lib/consent/noes.ts";
import { type Standing, standing } from "#lib/consent/standing.ts";
import { type Carried, judgeTopics, type SuppressedTopic } from "#lib/consent/topics.ts";
import { closedAt, type Limit, never, openDuring } from "#lib/follow-up/judgement.ts";
import type { History } from "#lib/follow-up/history.ts";
import { dayOf, sayDayInFull } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { type Channel, channelNames, type SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** What the consent judge may know. */
export type ConsentMatter = {
  history: History;
  zoneKnown: boolean;
  person: { country: string | null; region: string | null; subscriberKind: SubscriberKind };
  ledger: readonly ConsentEntry[];
  points: KnownPoints;
  terms: Terms | null;
  /** What they asked for, in a sentence; null where nobody asked them yet. */
  agreement: string | null;
  suppressed: readonly Channel[];
  suppressedTopics: readonly SuppressedTopic[];
  /** All they are to hear no more of. */
  refused: readonly string[];
  registries: readonly RegistryCheck[];
  reach: readonly Channel[];
  library: readonly Carried[];
  holidays: Holidays;
  /** The noes that stand, latest first. */
  noes: readonly RecordedNo[];
  /** What each channel rests on, once it was asked for. */
  footings: Partial<Record<Channel, Footing>>;
};

export type ConsentJudgement = {
  /** A veto: `no` for good as things stand, `later` at this time, `confirm` until one thing is stated. */
  passes: "yes" | "confirm" | "later" | "no";
  facets: ConsentFacet[];
  limits: Limit[];
  reasons: Reason[];
};

/** C1–C7, C9: may we, this way, then. Stop → pause → what they chose → law → noes; every cause is listed, none can be outweighed. `awaited`: until then they wait for this answer, which needs no further basis. */
export function judgeConsent(plan: Plan, matter: ConsentMatter, awaited: number, policy: Policy, now: Date): ConsentJudgement {
  const at = plan.at.getTime();
  const footing = footingOf(matter, plan.channel, policy.law, now);
  const groundAt = (then: Date) => standOn(footing, plan, then, matter, awaited, now);
  const { reasons, rule, held, mark, isStopped } = groundAt(plan.at);
  judgeChannel(plan, matter, reasons);
  judgeTopics(plan, matter, reasons);
  judgeRecord(plan, matter, reasons);

  const hours = hourLimits(plan, matter, footing);
  const limits = [...limitsOf(plan, matter, { rule, awaited }, policy), ...hours];
  reasons.push(...closedAt(limits, at));
  if (!isStopped && (mark === barred || awaited > -never || footing.steady === null))
    limits.push(whileItHolds(Math.min(mark, barred - 1), (then) => groundAt(then).mark));
  const passes = passesOf(reasons);
  const inHours = hours.every((limit) => limit.opens(at) === at);
  return { passes, facets: facetsOf(plan, matter, { rule, held, isBlocked: passes === "no", inHours }), limits, reasons };
}

/** What a contact by this channel rests on at an instant: the ledger and the law as they stand then. `mark`: 0 it is free, 1 one thing is to be stated, 2 it is barred. */
function standOn(footing: Footing, plan: Plan, then: Date, matter: ConsentMatter, awaited: number, now: Date) {
  const { rules, steady, address } = footing;
  const held = steady ?? standing(matter.ledger, plan.channel, then > now ? then : now, address);
  const rule = ruleOn(rules, matter.history.clock.day(then.getTime()));
  const reasons = judgeStop(plan, matter, held);
  const isStopped = reasons.length > 0;
  const registry = () => rule && registryOf(footing, rule, matter, now);
  if (!isStopped) findBasis(plan, then, matter, { rule, held, awaitsUs: then.getTime() < awaited, registry }, reasons);
  const passes = passesOf(reasons);
  return { held, rule, reasons, isStopped, mark: passes === "no" ? barred : passes === "confirm" ? 1 : 0 };
}

const barred = 2;

/** C9: no time is open at which nothing lets us contact them. */
const whileItHolds = (most: number, markAt: (then: Date) => number): Limit => ({
  opens: (at) => (markAt(new Date(at)) <= most ? at : never),
  reason: () => ({ rule: "C9", severity: "reschedule", sentence: "Nothing lets us contact them at that time." }),
});

function passesOf(reasons: readonly Reason[]): ConsentJudgement["passes"] {
  let passes: ConsentJudgement["passes"] = "yes";
  for (const { severity } of reasons) {
    if (severity === "block") return "no";
    if (severity === "reschedule" || severity === "rewrite") passes = "later";
    else if (severity === "confirm" && passes === "yes") passes = "confirm";
  }
  return passes;
}

/** C4: whoever is kept only as a hash, alone or with their domain or company. */
export const onTheList = "An address, domain or company of theirs is on the list of those who must not be contacted.";

/** What somebody asked us to stop. */
const stopped: Record<Channel | "any", string> = {
  any: "all contact",
  email: "writing e-mail",
  phone: "calling",
  sms: "sending text messages",
  linkedin: "writing on LinkedIn",
  mail: "sending letters",
  meeting: "asking for meetings",
};

/** C4: a stop is final for everyone; only the person lifts it. */
function judgeStop(plan: Plan, { suppressed, terms, history }: ConsentMatter, held: Standing): Reason[] {
  const onDay = (at: Date) => sayDayInFull(history.clock.day(at.getTime()));
  const block = (sentence: string, evidence?: string): Reason[] => [
    { rule: "C4", severity: "block", sentence, ...(evidence && { evidence }) },
  ];
  if (held.kind === "stopped") {
    const { channel, saidBy } = held.entry;
    const said =
      saidBy === "person"
        ? `They asked us to stop ${stopped[channel]}`
        : `Their no to ${channel === "any" ? "contact" : channelNames[channel].toLowerCase()} is on record`;
    return block(`${said}, since ${onDay(held.since)}. Only they can change that.`, held.entry.id);
  }
  if (terms?.stopped) return block(`They asked us to stop all contact, since ${onDay(terms.saidOn)}. Only they can change that.`);
  return suppressed.includes(plan.channel) ? block(onTheList) : [];
}

/** C2: the channels they chose. */
function judgeChannel(plan: Plan, { terms }: ConsentMatter, reasons: Reason[]): void {
  if (!terms?.channels || terms.channels.includes(plan.channel)) return;
  const chosen = terms.channels.map((channel) => channelNames[channel].toLowerCase()).join(" or ");
  const sentence = chosen ? `They chose ${chosen}, not ${channelNames[plan.channel].toLowerCase()}.` : "They chose no channel at all.";
  const [first] = terms.channels;
  reasons.push({ rule: "C2", severity: "block", sentence, ...(first && { remedy: { do: "change-channel", channel: first } }) });
}

/** What they asked for, and what the record still lacks; forbids nothing. */
function judgeRecord(plan: Plan, { terms, agreement, reach, zoneKnown }: ConsentMatter, reasons: Reason[]): void {
  if (agreement) reasons.push({ rule: "C2", severity: "good", sentence: agreement });
  if (!terms)
    reasons.push({ rule: "C1", severity: "note", sentence: "We have not asked how they want to be contacted. Ask them on the record." });
  if (!reach.includes(plan.channel) && plan.channel !== "meeting") {
    const what = plan.channel === "phone" || plan.channel === "sms" ? "number" : "address";
    const sentence = `No ${what} for ${channelNames[plan.channel].toLowerCase()} is on the record yet.`;
    reasons.push({ rule: "D8", severity: "note", sentence });
  }
  if (!zoneKnown) reasons.push({ rule: "C2", severity: "note", sentence: "Their time zone is not known; hours are read in ours." });
}

const disturbing: readonly Channel[] = ["phone", "sms", "meeting"];

/** C2, C9: the days and hours they chose, and those the law and the holidays of their place leave open. */
function hourLimits({ channel }: Plan, { terms, history: { clock }, holidays }: ConsentMatter, { rules }: Footing): Limit[] {
  const chosen = terms && chosenHours(terms, clock);
  const quiet = disturbing.includes(channel) ? quietHours((day) => ruleOn(rules, day), clock, holidays) : null;
  return [chosen, quiet].filter((limit) => limit !== null);
}

/** When they said it: the ledger's line, which later versions of their terms do not move. */
export function saidOn(status: ConsentStatus, { ledger, terms }: ConsentMatter): Date {
  const lines = ledger.filter((entry) => entry.status === status).map(({ effectiveFrom }) => effectiveFrom.getTime());
  return lines.length > 0 ? new Date(Math.max(...lines)) : terms!.saidOn;
}

/** C3: a pause lasts until they come back; what they asked since may be answered. */
const cameBack = (matter: ConsentMatter) => (matter.history.lastAsked?.at ?? -Infinity) > saidOn("paused", matter).getTime();

function limitsOf(
  plan: Plan,
  matter: ConsentMatter,
  { rule, awaited }: { rule: LawRule | null; awaited: number },
  policy: Policy,
): Limit[] {
  const { terms, history } = matter;
  const { clock, contacts } = history;
  const limits: (Limit | null)[] = [];
  if (terms?.pausedUntil) {
    const asked = () => sayDayInFull(clock.day(saidOn("paused", matter).getTime()));
    const pause = notBefore(dayOf(terms.pausedUntil), clock, "C3", (day) => `They asked for a pause on ${asked()}. Nothing until ${day}.`);
    limits.push(cameBack(matter) ? openDuring(pause, -never, awaited) : pause);
  }
  limits.push(...callBackLimits(plan, matter, policy));
  if (terms?.rate) limits.push(chosenRate(terms.rate, contacts, clock));
  if (rule) limits.push(lawfulCap(rule, contacts, clock));
  limits.push(...noLimits(plan, matter.noes, clock, policy, rule?.refusalDays ?? 0));
  return limits.filter((limit) => limit !== null);
}
