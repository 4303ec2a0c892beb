import { type Bridge, bridgeOf } from "#lib/consent/call-back.ts";
import type { Day } from "#lib/follow-up/clock.ts";
import { addBusinessDays, dateOf, sayDayInFull, weekday } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { isRefusal } from "#lib/follow-up/touch.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { type Ground, groundOf } from "#lib/scoring/ground.ts";
import { channelsOf, giftsFor } from "#lib/scoring/ideas.ts";
import { judgeTogether } from "#lib/scoring/together.ts";

/** A reply of theirs while the call-back waits, and whether the day was their own choice on their page, which only they move. */
export type ReplyBetween = { at: Date; words: string | null; channel: Channel; isTheirs: boolean };

/** The way to a call-back date they named: what may come until then, and what to plan. Days are YYYY-MM-DD. */
export type ProposedBridge = {
  endsOn: string;
  /** Useful things that are welcome until then, and how many of them they have had or will have. */
  most: number;
  used: number;
  /** What is proposed, soonest first: gifts, and at the end the call itself, where it is not planned yet. */
  plans: Plan[];
  /** How many gifts are missing because the library holds nothing new for them. */
  missing: number;
  reply: ReplyBetween | null;
};

const mostProposed = 3;
const morning = 10 * 60;

/** C7: two or three things that only bring, spread evenly until the day they named, and the call on that day; null where they named none that lies ahead. */
export function proposeBridge(prospectId: string, dossier: Dossier, policy: Policy, now: Date): ProposedBridge | null {
  const ground = groundOf(dossier, policy, now);
  const bridge = bridgeOf(ground.consent, policy);
  const today = ground.history.clock.day(now.getTime());
  if (!bridge?.named || bridge.end <= today) return null;

  const left = Math.max(0, bridge.most - bridge.since.length);
  const wanted = Math.min(left, mostProposed, roomFor(bridge, today, policy));
  const gifts = spread(wanted, today, bridge.end).flatMap((day, i) => giftOn(day, i, { prospectId, dossier, ground }));
  const distinct = gifts.filter(({ offer }, i) => gifts.findIndex((other) => other.offer.assetId === offer.assetId) === i);
  return {
    ...{ endsOn: dateOf(bridge.end), most: bridge.most, used: bridge.since.length, missing: wanted - distinct.length },
    plans: [...atOpenTimes(distinct, dossier, policy, now), ...theCall(bridge, { prospectId, dossier, ground })],
    reply: replyBetween(bridge, dossier),
  };
}

/** So many gifts as the distance between them leaves room for. */
const roomFor = ({ end }: Bridge, today: Day, { bridge: { gapDays } }: Policy) => Math.max(0, Math.floor((end - today) / gapDays) - 1) || 1;

/** The days that part the time until the end into equal stretches, each a business day. */
function spread(count: number, today: Day, end: Day): Day[] {
  const stretch = (end - today) / (count + 1);
  return Array.from({ length: count }, (_, i) => onBusinessDay(Math.round(today + stretch * (i + 1))));
}

const onBusinessDay = (day: Day): Day => (weekday(day) > 5 ? addBusinessDays(day, 1) : day);

type Subject = { prospectId: string; dossier: Dossier; ground: Ground };

function giftOn(day: Day, place: number, { prospectId, dossier, ground }: Subject): Plan[] {
  const gift = giftsFor(dossier, ground, day)[place];
  if (!gift) return [];
  const offer = { kind: "asset", assetId: gift.assetId, text: "" } as const;
  const at = new Date(ground.history.clock.instant(day, morning));
  return [{ ...blank, prospectId, channel: writtenWay(dossier), at, ask: "none", offer, helps: gift.helps }];
}

const blank = { draft: "", answersObjectionId: null, urgentFactId: null, basis: null } as const;

/** A gift need not be answered, so it comes in writing where that is open. */
const writtenWay = (dossier: Dossier): Channel => {
  const channels = channelsOf(dossier);
  return channels.find((channel) => channel !== "phone" && channel !== "meeting") ?? channels[0]!;
};

/** The call they asked for, on its day, unless something is planned then. */
export function theCall({ end, asked }: Pick<Bridge, "end" | "asked">, { prospectId, dossier, ground: { history } }: Subject): Plan[] {
  const { clock } = history;
  if (dossier.planned.some(({ at }) => clock.day(at.getTime()) === end)) return [];
  const channels = channelsOf(dossier);
  const channel = channels.includes("phone") ? "phone" : channels[0]!;
  const said = sayDayInFull(clock.day(asked));
  const offer = { kind: "requested", assetId: null, text: `The call they asked for on ${said}` } as const;
  const at = new Date(clock.instant(end, morning));
  return [{ ...blank, prospectId, channel, at, ask: "call", offer, helps: `On ${said} they asked to hear from us on this day` }];
}

/** A gift that comes too soon for some rule goes to the first time that is open to it. */
function atOpenTimes(gifts: Plan[], dossier: Dossier, policy: Policy, now: Date): Plan[] {
  const verdicts = judgeTogether(gifts, dossier, policy, now);
  return gifts.map((plan, i) => {
    const { kind, nextAllowedAt } = verdicts[i]!;
    return kind === "reschedule" && nextAllowedAt ? { ...plan, at: nextAllowedAt } : plan;
  });
}

/** The last word of theirs since they named the day, where it was no refusal. */
function replyBetween({ asked }: Bridge, { touches, ledger }: Dossier): ReplyBetween | null {
  const words = touches.filter(
    ({ at, direction, disposition }) => direction === "in" && at.getTime() > asked && disposition !== "out_of_office",
  );
  const last = words.reduce<(typeof words)[number] | null>((latest, touch) => (latest && latest.at >= touch.at ? latest : touch), null);
  if (!last || isRefusal(last.disposition)) return null;
  const named = ledger.filter(({ status }) => status === "call_back");
  const isTheirs =
    named.reduce((latest, line) => (line.effectiveFrom >= latest.effectiveFrom ? line : latest), named[0]!)?.saidBy === "person";
  return { at: last.at, words: last.theySaid, channel: last.channel, isTheirs };
}
