import "server-only";
import type { ConsentStatus } from "#lib/consent/ledger.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { LogTouch, TouchFields } from "#lib/touches/touchpoint.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Within = TxContext<Context>;

/** Holds the prospect until the transaction ends, so that touches, plans and judgements of one person never cross. */
export async function lockProspect({ tx, actor }: Within, prospectId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p.id FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL AND p."mergedIntoId" IS NULL FOR NO KEY UPDATE`;
  return rows.length === 1;
}

export function findByClientKey({ tx, actor }: Within, clientKey: string | null) {
  if (!clientKey) return null;
  return tx.touchpoint.findFirst({ where: { orgId: actor.orgId, clientKey }, select: { id: true, prospectId: true, byId: true } });
}

/** Whether a touch of ours stands that carried out this follow-up. */
export async function wasLogged({ tx, actor }: Within, prospectId: string, followUpId: string): Promise<boolean> {
  const where = { orgId: actor.orgId, prospectId, followUpId, direction: "out", replacedById: null };
  return (await tx.touchpoint.count({ where })) > 0;
}

export async function assetExists({ tx, actor }: Within, assetId: string): Promise<boolean> {
  return (await tx.valueAsset.count({ where: { orgId: actor.orgId, id: assetId } })) === 1;
}

type Place = {
  prospectId: string;
  at: Date;
  dealId: string | null;
  followUpId: string | null;
  value: number | null;
  correctsId?: string;
  byId?: string | null;
  timeZone?: string;
};

/** Writes the touch and, where something of the library went with it, that it was shared (V3). */
export async function insertTouch({ tx, actor, now }: Within, fields: TouchFields, place: Place): Promise<string> {
  const { channel, direction, disposition, offer, ask, body, theySaid, clientKey } = fields;
  const { orgId } = actor;
  const id = newId(now);
  const assetId = offer.kind === "asset" ? offer.assetId : null;
  await tx.touchpoint.create({
    data: {
      ...{ orgId, id, byId: actor.userId, timeZone: actor.timeZone, ...place, channel, direction, disposition, clientKey, createdAt: now },
      ...{ offerKind: offer.kind, offerAssetId: assetId, offerText: offer.text, askSize: ask },
      ...{ body, theySaid },
    },
    select: { id: true },
  });
  if (assetId && direction === "out") {
    const share = { orgId, id: newId(now), assetId, prospectId: place.prospectId, touchpointId: id, at: place.at };
    await tx.assetShare.create({ data: share, select: { id: true } });
  }
  return id;
}

/**
 * V4: something given was useful when they thanked for it, asked about it or were interested within sixty days of it and before the next. Read
 * anew from the touches that stand, so that a correction is followed; a no says nothing about it. What they said of it on their own page stands.
 */
export async function markUseful({ tx, actor }: Within, prospectId: string): Promise<void> {
  const theirs = (alias: string) =>
    Prisma.sql`${Prisma.raw(alias)}."orgId" = ${actor.orgId}::uuid AND ${Prisma.raw(alias)}."prospectId" = ${prospectId}::uuid`;
  await tx.$executeRaw`
    UPDATE "AssetShare" s SET reaction = heard.reaction
      FROM (SELECT given.id, CASE WHEN EXISTS (
              SELECT FROM "Touchpoint" t WHERE ${theirs("t")} AND t."replacedById" IS NULL AND t.disposition IN ('thanked', 'interested', 'asked_question')
                 AND t.at >= given.at AND t.at <= given.at + interval '60 days'
                 AND NOT EXISTS (SELECT FROM "AssetShare" next WHERE ${theirs("next")} AND (next.at, next.id) > (given.at, given.id) AND next.at <= t.at)
            ) THEN 'useful' END AS reaction FROM "AssetShare" given WHERE ${theirs("given")}) heard
     WHERE ${theirs("s")} AND s.id = heard.id AND s."reactedAt" IS NULL AND coalesce(s.reaction, 'useful') = 'useful'
       AND s.reaction IS DISTINCT FROM heard.reaction`;
}

/** A no with its reason, in their words (C6). */
export async function insertObjection(
  { tx, actor, now }: Within,
  fields: TouchFields,
  touch: { id: string; prospectId: string; at: Date },
) {
  if (fields.disposition !== "said_no" || !fields.objection) return;
  const { kind, words } = fields.objection;
  await tx.objection.create({
    data: {
      ...{ orgId: actor.orgId, id: newId(now), prospectId: touch.prospectId, touchpointId: touch.id, at: touch.at },
      ...{ kind, words: words ?? fields.theySaid ?? "", recordedById: actor.userId },
    },
    select: { id: true },
  });
}

export async function insertNextStep({ tx, actor, now }: Within, prospectId: string, dealId: string | null, step: LogTouch["nextStep"]) {
  if (!step) return;
  const dueOn = step.dueOn ? new Date(`${step.dueOn}T00:00:00Z`) : null;
  const data = { ...step, dueOn, orgId: actor.orgId, id: newId(now), prospectId, dealId, createdById: actor.userId, createdAt: now };
  await tx.nextStep.create({ data, select: { id: true } });
}

/** The touch as it stands, of a record the actor may see. */
export function findTouch({ tx, actor }: Within, id: string) {
  return tx.touchpoint.findFirst({ where: { orgId: actor.orgId, id } });
}

/** Puts the corrected row in the old one's place: the old stays as history, its share and its objection go over. */
export async function replaceTouch({ tx, actor }: Within, oldId: string, newIdOfIt: string, fields: TouchFields, at: Date) {
  const { orgId } = actor;
  await tx.touchpoint.update({ where: { orgId_id: { orgId, id: oldId } }, data: { replacedById: newIdOfIt }, select: { id: true } });
  await tx.$executeRaw`
    UPDATE "AssetShare" s SET reaction = old.reaction, "reactedAt" = old."reactedAt" FROM "AssetShare" old
     WHERE old."orgId" = ${orgId}::uuid AND old."touchpointId" = ${oldId}::uuid AND old."reactedAt" IS NOT NULL
       AND s."orgId" = old."orgId" AND s."touchpointId" = ${newIdOfIt}::uuid AND s."assetId" = old."assetId"`;
  await tx.assetShare.deleteMany({ where: { orgId, touchpointId: oldId } });
  if (fields.disposition !== "said_no" || !fields.objection) return { movedObjection: false };
  const { kind, words } = fields.objection;
  const moved = await tx.objection.updateMany({
    where: { orgId, touchpointId: oldId },
    data: { touchpointId: newIdOfIt, kind, words: words ?? fields.theySaid ?? "", at },
  });
  return { movedObjection: moved.count > 0 };
}

/** Whether they said on their own page what they think of something that was given with this touch. */
export async function wasReactedTo({ tx, actor }: Within, touchpointId: string): Promise<boolean> {
  return (await tx.assetShare.count({ where: { orgId: actor.orgId, touchpointId, reactedAt: { not: null } } })) > 0;
}

/** The touch counts no more: it stands in its own place, as history. Nothing was given with it; the no it told goes out of sight with it. */
export async function markTakenBack({ tx, actor: { orgId }, now }: Within, id: string): Promise<void> {
  await tx.touchpoint.update({ where: { orgId_id: { orgId, id } }, data: { replacedById: id, takenBackAt: now }, select: { id: true } });
  await tx.assetShare.deleteMany({ where: { orgId, touchpointId: id } });
}

/** What was recorded, taken off and ended in the transaction that logged this touch. */
export async function findLeftBehind({ tx, actor: { orgId } }: Within, touch: { prospectId: string; at: Date; createdAt: Date }) {
  const { prospectId, at, createdAt } = touch;
  const recorded = await tx.consentEvent.findMany({
    where: { orgId, prospectId, recordedAt: createdAt, saidBy: "rep" },
    select: { status: true },
  });
  const takenOff = await tx.followUp.count({ where: { orgId, prospectId, state: "held", heldAt: createdAt } });
  const ended = await tx.silenceReading.count({ where: { orgId, prospectId, endedAt: at } });
  return { statuses: recorded.map(({ status }) => status as ConsentStatus), takenOff, readingEnded: ended > 0 };
}
