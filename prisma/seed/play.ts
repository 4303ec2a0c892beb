import { createHash } from "node:crypto";

import { Plan } from "#lib/follow-up/plan.ts";
import type { Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId, newToken } from "#lib/platform/ids.ts";
import { askProspect } from "#lib/preferences/ask-prospect.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { noteTerms } from "#lib/preferences/note-terms.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { logTouch } from "#lib/touches/log-touch.ts";
import { LogTouch } from "#lib/touches/touchpoint.ts";
import type { AssetIds } from "#prisma/seed/assets.ts";
import type { Staff } from "#prisma/seed/people.ts";
import { playedFrom } from "#prisma/seed/prospects.ts";
import type { Calendar, SeedChoice, SeedPlan, SeedProspect, SeedTouch } from "#prisma/seed/shape.ts";

export type Stage = { staff: Staff; assets: AssetIds; calendar: Calendar };
type Scene = { day: number; act(): Promise<unknown> };

/** What people chose, planned and did, through the same use cases as in life, each on its day. Played twice, it changes nothing the second time. */
export async function play(stage: Stage, person: SeedProspect, prospectId: string): Promise<void> {
  const { choices = [], plans = [], touches, askedOn, noted } = person;
  const scenes: Scene[] = [
    ...choices.map((choice) => ({ day: choice.day, act: () => choose(stage, person, prospectId, choice) })),
    ...(askedOn === undefined ? [] : [{ day: askedOn, act: () => ask(stage, person, prospectId, askedOn) }]),
    ...(noted ? [{ day: noted.day, act: () => noteWishes(stage, person, prospectId, noted) }] : []),
    ...plans.map((plan, index) => ({ day: plan.plannedOn, act: () => makePlan(stage, person, prospectId, plan, index) })),
    ...touches
      .filter(({ day }) => day >= playedFrom(person))
      .map((touch, index) => ({ day: touch.day, act: () => makeTouch(stage, person, prospectId, touch, index) })),
  ];
  for (const scene of scenes.toSorted((a, b) => a.day - b.day)) await scene.act();
}

async function choose(
  { staff: { orgId }, calendar }: Stage,
  { zone }: SeedProspect,
  prospectId: string,
  { day, choice: told }: SeedChoice,
) {
  const choice: Choice =
    told.action === "pause-days"
      ? { action: "pause", for: "date", until: calendar.date(zone, day + told.days) }
      : told.action === "call-back-days"
        ? { action: "call-back", on: calendar.date(zone, day + told.days), between: null }
        : (told as Choice);
  const now = calendar.past(zone, day, 20);
  const linkId = newId(now);
  await db.preferenceLink.create({
    data: { orgId, id: linkId, prospectId, tokenHash: newToken(orgId).hash, createdAt: now, addressSince: now },
    select: { id: true },
  });
  mustHold(await choosePreferences({ orgId, prospectId, linkId, now }, choice));
}

/** A second time within thirty days is refused, so that the story can be told twice. */
const ask = ({ staff, calendar }: Stage, { owner, zone }: SeedProspect, prospectId: string, day: number) =>
  askProspect({ actor: staff.actors[owner], now: calendar.past(zone, day, 11) }, { prospectId, basis: null, note: null });

async function noteWishes(
  { staff, calendar }: Stage,
  { owner, zone }: SeedProspect,
  prospectId: string,
  { day, ...said }: NonNullable<SeedProspect["noted"]>,
) {
  const now = calendar.past(zone, day, 15);
  mustHold(await noteTerms({ actor: staff.actors[owner], now }, { prospectId, method: "call", rate: null, days: [], ...said }));
}

/** A refused plan stays refused, with its reasons kept, unless another time is all it needs. */
async function makePlan(
  { staff, assets, calendar }: Stage,
  person: SeedProspect,
  prospectId: string,
  told: SeedPlan,
  index: number,
): Promise<void> {
  const context: Context = { actor: staff.actors[told.by ?? person.owner], now: calendar.ago(-told.plannedOn) };
  const { channel, ask, helps, draft, shared } = told;
  const offer = { kind: told.gives, assetId: told.asset ? assets[told.asset] : null, text: told.what };
  const at = calendar.at(person.zone, told.day, told.hour);
  const plan = Plan.parse({ prospectId, channel, at, ask, offer, helps, draft, answersObjectionId: null, basis: null });
  const clientKey = keyOf(staff.orgId, person.name, "plan", index);
  const outcome = await planFollowUp(context, { plan, clientKey, shared });
  if (outcome.ok || outcome.problem.code !== "refused" || told.staysRefused) return;
  const { nextAllowedAt } = outcome.problem;
  if (nextAllowedAt && nextAllowedAt > at) await planFollowUp(context, { plan: { ...plan, at: nextAllowedAt }, clientKey, shared });
}

async function makeTouch(
  { staff, assets, calendar }: Stage,
  person: SeedProspect,
  prospectId: string,
  told: SeedTouch,
  index: number,
): Promise<void> {
  const at = calendar.past(person.zone, told.day, told.hour);
  const touch = LogTouch.parse({
    ...{ prospectId, channel: told.channel, direction: told.direction, disposition: told.did, at: at.toISOString() },
    offer: { kind: told.gave ?? "none", assetId: told.asset ? assets[told.asset] : null, text: told.gave ? told.what : null },
    ...{ ask: told.ask, body: told.direction === "out" ? told.what : null, theySaid: told.said ?? null },
    objection: told.no ? { kind: told.no, words: told.said ?? null } : null,
    clientKey: keyOf(staff.orgId, person.name, "touch", index),
  });
  mustHold(await logTouch({ actor: staff.actors[told.by ?? person.owner], now: at }, touch));
}

function mustHold(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(`The story does not hold: ${JSON.stringify(outcome.problem)}`);
}

/** The same key for the same part of the story, so that an interrupted seeding can be resumed. */
function keyOf(...parts: (string | number)[]): string {
  const hex = createHash("sha256").update(parts.join("\n")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
