import { cares, type SilenceReading } from "#lib/cadence/silence.ts";
import { clockOf, type Day } from "#lib/follow-up/clock.ts";
import { addBusinessDays, dayOf } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { RuleId } from "#lib/follow-up/reason.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { awaitedUntil, type Ground, groundOf } from "#lib/scoring/ground.ts";
import { isGoal, type KnownAsset } from "#lib/value/known.ts";
import { takesUp } from "#lib/value/words.ts";

/** A touch worth judging, and why it came to mind. A pressing one is not put off for a better day. */
export type Idea = { plan: Plan; why: string; rule: RuleId; isPressing: boolean };

type Brought = Pick<Plan, "offer" | "helps"> & Partial<Plan> & Pick<Idea, "why" | "rule"> & { isPressing?: boolean };

/** How many things from the library are weighed against each other. */
const mostAssets = 4;

/** Everything one could bring this person next, by every way they may be reached; never empty. The order is that of a careful colleague: owed, urgent, objected, new, oneself. */
export function ideasFor(prospectId: string, dossier: Dossier, policy: Policy, now: Date): Idea[] {
  const ground = groundOf(dossier, policy, now);
  const at = startOf(dossier, now);
  const callBackOn = dossier.terms?.callBackOn;
  const isBridge = Boolean(callBackOn) && dayOf(callBackOn!) > ground.history.clock.day(now.getTime());
  const { silence } = ground.cadence.matter;
  const channels = byReading(channelsOf(dossier), silence);
  const largest = silence && cares[silence.hypothesis].ask === "none" ? "none" : "reply";
  const offers = [
    ...owed(ground, policy, now),
    ...urgent(dossier, ground, policy, now),
    ...fromLibrary(dossier, ground, now),
    oneself(dossier, ground),
  ];
  return offers.flatMap(({ why, rule, isPressing = false, ...part }) =>
    channels.map((channel) => ({
      why,
      rule,
      isPressing,
      plan: { ...blank, prospectId, channel, at, ...part, ask: part.ask ?? (isBridge ? "none" : largest) },
    })),
  );
}

const blank = { draft: "", answersObjectionId: null, urgentFactId: null, basis: null } as const;

/** The next business day at ten o'clock theirs. */
export function startOf({ terms, person, homeZone }: Dossier, now: Date): Date {
  const clock = clockOf(terms?.timeZone ?? person.timeZone ?? homeZone);
  return new Date(clock.instant(addBusinessDays(clock.day(now.getTime()), 1), 10 * 60));
}

/** What they chose comes first, then what is on the record; nobody is texted who did not choose it. */
export function channelsOf({ terms, reach }: Dossier): Channel[] {
  const chosen = terms?.channels?.filter((channel) => reach.includes(channel) || channel === "meeting");
  const usual = reach.filter((channel) => channel !== "sms");
  const channels = chosen && chosen.length > 0 ? chosen : usual;
  return channels.length > 0 ? channels : ["email"];
}

/** D5: of the ways open to us those that fit why they may be quiet, where there is one. */
function byReading(channels: Channel[], reading: SilenceReading | null): Channel[] {
  const wanted = reading && cares[reading.hypothesis].channels;
  const fitting = wanted ? channels.filter((channel) => wanted.includes(channel)) : channels;
  return fitting.length > 0 ? fitting : channels;
}

/** Their question is answered first (D8). */
function owed(ground: Ground, policy: Policy, now: Date): Brought[] {
  if (awaitedUntil(ground, policy) <= now.getTime()) return [];
  const question = ground.history.said.find(({ at }) => at === ground.history.lastAsked!.at)?.words;
  const text = question ? `An answer to: ${shorten(question)}` : "An answer to what they asked";
  return [
    {
      offer: { kind: "answer", assetId: null, text },
      helps: helpsWith(ground),
      why: "They wait for an answer.",
      rule: "D8",
      isPressing: true,
    },
  ];
}

/** What they lose by not hearing may come early, once (V9). */
function urgent({ facts, planned }: Dossier, ground: Ground, policy: Policy, now: Date): Brought[] {
  const today = ground.history.clock.day(now.getTime());
  const announced = new Set(planned.map(({ urgentFactId }) => urgentFactId));
  const due = facts.filter(
    ({ id, on, origin, told }) => on && origin !== "observed" && !told && !announced.has(id) && isSoon(dayOf(on) - today, policy),
  );
  return due.slice(0, 2).map(({ id, label, value }) => ({
    offer: { kind: "news", assetId: null, text: `${label}: ${value}` },
    helps: `It keeps ${nameOf(ground)} from a loss: ${label}, ${value}`,
    urgentFactId: id,
    ask: "none",
    why: `They stand to lose something: ${label}.`,
    rule: "V9",
    isPressing: true,
  }));
}

const isSoon = (days: number, { urgentDays }: Policy) => days >= 0 && days <= urgentDays;

/** What they have not had and that fits them best; after a no it has to answer that (C5, C6). */
function fromLibrary(dossier: Dossier, ground: Ground, now: Date): Brought[] {
  const today = ground.history.clock.day(now.getTime());
  const fresh = ground.value.offerable.filter((asset) => !asset.sharedAt && (!asset.expiresOn || dayOf(asset.expiresOn) > today + 7));
  const answers = ground.openNo?.id ?? null;
  return bestFitting(fresh, dossier, ground).map(({ asset: { id, title }, fit }) => ({
    offer: { kind: "asset", assetId: id, text: "" },
    helps: ground.openNo ? answering(ground.openNo.words, title) : helpsWith(ground, title),
    answersObjectionId: answers,
    // a considered reply comes at once or not at all (C5)
    isPressing: answers !== null,
    why: answers
      ? `“${title}” may answer their no.`
      : fit > 1
        ? `“${title}” fits what is known of them.`
        : `They have not had “${title}” yet.`,
    rule: answers ? "C6" : "V3",
  }));
}

/** Of these the few that fit them best, and why they may be quiet (D5). */
function bestFitting(assets: readonly KnownAsset[], dossier: Dossier, ground: Ground, most = mostAssets) {
  const about = aboutThem(dossier, ground);
  const { silence } = ground.cadence.matter;
  const kinds = silence ? cares[silence.hypothesis].kinds : [];
  const scored = assets.map((asset) => ({ asset, fit: fitOf(asset, about, dossier.person.language), suits: kinds.includes(asset.kind) }));
  return scored.sort((a, b) => b.fit - a.fit + (+b.suits - +a.suits) || (a.asset.id < b.asset.id ? 1 : -1)).slice(0, most);
}

/** What they have not had, best fitting first, each with why it helps them; `on` leaves out what is no longer current by then. */
export function giftsFor(dossier: Dossier, ground: Ground, on: Day): { assetId: string; title: string; helps: string }[] {
  const fresh = ground.value.offerable.filter((asset) => !asset.sharedAt && (!asset.expiresOn || dayOf(asset.expiresOn) >= on));
  return bestFitting(fresh, dossier, ground, fresh.length).map(({ asset: { id, title } }) => ({
    ...{ assetId: id, title, helps: helpsWith(ground, title) },
  }));
}

/** What is about theirs comes first, then what others welcomed; what they cannot read, last. */
function fitOf({ title, topics, given, welcomed, language }: KnownAsset, about: string, theirs: string | null): number {
  const named = takesUp(about, title, 1) || topics.some((topic) => takesUp(about, topic, 1)) ? 2 : 0;
  const isForeign = language !== null && theirs !== null && language.slice(0, 2).toLowerCase() !== theirs.slice(0, 2).toLowerCase();
  return named + (welcomed + 1) / (given + 4) - (isForeign ? 4 : 0);
}

const aboutThem = ({ facts, person }: Dossier, { history }: Ground) =>
  [...facts.map(({ value }) => value), ...history.said.map(({ words }) => words), person.jobTitle ?? ""].join("\n").toLowerCase();

/** With nothing on the shelf one still has oneself to offer (V2). */
function oneself({ facts }: Dossier, ground: Ground): Brought {
  const goal = facts.find(isGoal)?.value ?? ground.history.said[0]?.words;
  const text = goal ? `An hour of help with: ${shorten(goal)}` : "An hour of help with whatever keeps them busy";
  return { offer: { kind: "resource", assetId: null, text }, helps: helpsWith(ground), why: "Offer yourself as a resource.", rule: "V2" };
}

/** Why it helps them, begun in their own words or about what is theirs; the rep ends the sentence. */
function helpsWith(ground: Ground, title?: string): string {
  const { facts, names } = ground.value;
  const what = title ? `“${title}” ` : "It ";
  const goal = facts.find(isGoal)?.value;
  if (goal) return `${what}serves what ${nameOf(ground)} wants: ${shorten(goal)}`;
  const said = ground.history.said[0]?.words;
  if (said) return `${what}takes up what ${nameOf(ground)} said: “${shorten(said)}”`;
  return `${what}bears on the work of ${names[0] ?? nameOf(ground)}`;
}

/** What answers a no is said to answer it; their refusal is no point of theirs to come back to. */
const answering = (objection: string, title: string) => `“${title}” answers what kept them from it: ${shorten(objection)}`;

const nameOf = ({ value: { person } }: Ground) => person.givenName ?? person.name;

/** At most fourteen words. */
const shorten = (text: string) => text.trim().split(/\s+/).slice(0, 14).join(" ").slice(0, 160);
