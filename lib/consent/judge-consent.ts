import { type ConsentFacet, facetsOf } from "#lib/consent/facets.ts";
import { type LawRule, lawFor, statusOfBasis } from "#lib/consent/law.ts";
import type { ConsentEntry, ConsentStatus, Terms } from "#lib/consent/ledger.ts";
import { bridgeGap, chosenHours, chosenRate, lawfulHours, notBefore } from "#lib/consent/limits.ts";
import { noLimits, type RecordedNo } from "#lib/consent/noes.ts";
import { type Standing, standing } from "#lib/consent/standing.ts";
import { dayInWords } from "#lib/consent/terms.ts";
import { closedAt, type Limit } from "#lib/follow-up/judgement.ts";
import { dateOf, dayOf, localDay } from "#lib/follow-up/local-time.ts";
import { basisNames, type Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { type Channel, channelNames, type SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** What the consent judge may know. `contacts` are our touches and plans, all channels and colleagues. */
export type ConsentMatter = {
  zone: string;
  zoneKnown: boolean;
  person: { country: string | null; subscriberKind: SubscriberKind };
  ledger: ConsentEntry[];
  terms: Terms | null;
  suppressed: Channel[];
  reach: Channel[];
  contacts: Date[];
  noes: RecordedNo[];
  /** They wrote or called and await us: answering needs no further basis. */
  awaitsUs: boolean;
};

export type ConsentJudgement = {
  /** A veto: `no` for good as things stand, `later` at this time, `confirm` until one thing is stated. */
  passes: "yes" | "confirm" | "later" | "no";
  facets: ConsentFacet[];
  limits: Limit[];
  reasons: Reason[];
};

/** C1–C7, C9: may we, this way, then. Stop → pause → what they chose → law → noes; every cause is listed, none can be outweighed. */
export function judgeConsent(plan: Plan, matter: ConsentMatter, policy: Policy, now: Date): ConsentJudgement {
  const held = standing(matter.ledger, plan.channel, plan.at > now ? plan.at : now);
  const rule = lawFor(matter.person, plan.channel, dateOf(localDay(matter.zone, plan.at)));
  const stop = judgeStop(plan, matter, held);
  const open = stop.length > 0 ? [] : judgeBasis(plan, matter, rule, held);
  const fixed = [...stop, ...judgeChannel(plan, matter), ...open, ...judgeRecord(plan, matter)];
  const hours = hourLimits(matter, rule);
  const limits = [...limitsOf(plan, matter, policy), ...hours];
  const reasons = [...fixed, ...closedAt(limits, plan.at)];

  const passes = passesOf(reasons);
  const inHours = closedAt(hours, plan.at).length === 0;
  return { passes, facets: facetsOf(plan, matter, { rule, held, isBlocked: passes === "no", inHours }), limits, reasons };
}

function passesOf(reasons: Reason[]): ConsentJudgement["passes"] {
  if (reasons.some(({ severity }) => severity === "block")) return "no";
  if (reasons.some(({ severity }) => severity === "reschedule" || severity === "rewrite")) return "later";
  return reasons.some(({ severity }) => severity === "confirm") ? "confirm" : "yes";
}

/** C4: a stop is final for everyone; only the person lifts it. */
function judgeStop(plan: Plan, { suppressed, terms, zone }: ConsentMatter, held: Standing): Reason[] {
  const block = (sentence: string, evidence?: string): Reason[] => [
    { rule: "C4", severity: "block", sentence, ...(evidence && { evidence }) },
  ];
  if (held.kind === "stopped") {
    const what = held.entry.channel === "any" ? "contact" : channelNames[held.entry.channel].toLowerCase();
    const said = held.entry.saidBy === "person" ? `They asked us to stop all ${what}` : `Their no to ${what} is on record`;
    return block(`${said}, since ${onDay(zone, held.since)}. Only they can change that.`, held.entry.id);
  }
  if (terms?.stopped) return block(`They asked us to stop all contact, since ${onDay(zone, terms.saidOn)}. Only they can change that.`);
  return suppressed.includes(plan.channel) ? block("This address is on the list of those who must not be contacted.") : [];
}

/** C2: the channels they chose. */
function judgeChannel(plan: Plan, { terms }: ConsentMatter): Reason[] {
  if (!terms?.channels || terms.channels.includes(plan.channel)) return [];
  const chosen = terms.channels.map((channel) => channelNames[channel].toLowerCase()).join(" or ");
  const sentence = chosen ? `They chose ${chosen}, not ${channelNames[plan.channel].toLowerCase()}.` : "They chose no channel at all.";
  const [first] = terms.channels;
  return [{ rule: "C2", severity: "block", sentence, ...(first && { remedy: { do: "change-channel", channel: first } }) }];
}

/** C9: the basis the law of their place asks for; where it is open, the rep states one and the ledger keeps it. */
function judgeBasis(plan: Plan, { person, awaitsUs }: ConsentMatter, rule: LawRule | null, held: Standing): Reason[] {
  if (!rule || !rule.needs || awaitsUs || carries(rule.needs, held)) return [];
  const stated = plan.basis && statusOfBasis[plan.basis.kind];
  if (stated && rule.needs.includes(stated))
    return [{ rule: "C9", severity: "note", sentence: `You state: ${basisNames[plan.basis!.kind].toLowerCase()}. The ledger keeps it.` }];

  const unsure = [
    person.country === null && "their country",
    person.subscriberKind === "unknown" && "whether the law sees a consumer or a firm",
  ]
    .filter(Boolean)
    .join(" and ");
  const cautious = unsure ? ` We do not know ${unsure}, so the careful reading holds.` : "";
  const canState = rule.needs.some((status) => Object.values(statusOfBasis).includes(status as "implied"));
  const wanted = rule.without === "block" ? "needs their consent" : "needs a reason why we may";
  const sentence = `${channelNames[plan.channel]} ${wanted} (${rule.name}), and none is recorded.${cautious}`;
  return [{ rule: "C9", severity: rule.without, sentence, evidence: rule.id, ...(canState && { remedy: { do: "state-basis" } }) }];
}

const carries = (needs: readonly ConsentStatus[], held: Standing) =>
  held.kind === "agreed" && (held.status === "express" || needs.includes(held.status));

/** What the record still lacks; forbids nothing. */
function judgeRecord(plan: Plan, { terms, reach, zoneKnown }: ConsentMatter): Reason[] {
  const reasons: Reason[] = [];
  if (!terms)
    reasons.push({ rule: "C1", severity: "note", sentence: "We have not asked how they want to be contacted. Their link does that." });
  if (!reach.includes(plan.channel) && plan.channel !== "meeting")
    reasons.push({
      rule: "D8",
      severity: "note",
      sentence: `No ${plan.channel === "phone" || plan.channel === "sms" ? "number" : "address"} for ${channelNames[plan.channel].toLowerCase()} is on the record yet.`,
    });
  if (!zoneKnown) reasons.push({ rule: "C2", severity: "note", sentence: "Their time zone is not known; hours are read in ours." });
  return reasons;
}

/** C2, C9: the days and hours they chose, and those the law leaves open. */
const hourLimits = ({ terms, zone }: ConsentMatter, rule: LawRule | null): Limit[] =>
  [terms && chosenHours(terms, zone), rule && lawfulHours(rule, zone)].filter((limit) => limit !== null);

/** When they said it: the ledger's line, which later versions of their terms do not move. */
function saidOn(status: ConsentStatus, { ledger, terms }: ConsentMatter): Date {
  const lines = ledger.filter((entry) => entry.status === status).map(({ effectiveFrom }) => effectiveFrom.getTime());
  return lines.length > 0 ? new Date(Math.max(...lines)) : terms!.saidOn;
}

function limitsOf(plan: Plan, matter: ConsentMatter, policy: Policy): Limit[] {
  const { terms, zone, contacts } = matter;
  const limits: (Limit | null)[] = [];
  if (terms?.pausedUntil)
    limits.push(
      notBefore(
        terms.pausedUntil,
        zone,
        "C3",
        (day) => `They asked for a pause on ${onDay(zone, saidOn("paused", matter))}. Nothing until ${day}.`,
      ),
    );
  if (terms?.callBackOn) limits.push(...callBackLimits(plan, terms.callBackOn, matter, policy));
  if (terms?.rate) limits.push(chosenRate(terms.rate, contacts, zone));
  limits.push(...noLimits(plan, matter.noes, zone, policy));
  return limits.filter((limit) => limit !== null);
}

/** C7: until the date they named no asks, a few gifts; on the date, the call is made. */
function callBackLimits(plan: Plan, callBackOn: string, matter: ConsentMatter, policy: Policy): Limit[] {
  const { zone, contacts } = matter;
  if (localDay(zone, plan.at) >= dayOf(callBackOn)) return [];
  const asked = saidOn("call_back", matter);
  const since = contacts.filter((at) => at > asked && localDay(zone, at) < dayOf(callBackOn));
  if (plan.ask !== "none" || plan.offer.kind === "none")
    return [notBefore(callBackOn, zone, "C7", (day) => `They asked to hear from us on ${day}. Until then bring, do not ask.`)];
  if (since.length >= policy.bridge.most)
    return [
      notBefore(callBackOn, zone, "C7", (day) => `They have had ${since.length} from us while waiting; the next is the call on ${day}.`),
    ];
  return [bridgeGap(since, policy.bridge.gapDays, callBackOn, zone)];
}

const onDay = (zone: string, at: Date) => dayInWords(dateOf(localDay(zone, at)));
