import "server-only";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Place = { tx: Tx; orgId: string; now: Date };

/** Keeps the salted hashes of a person's e-mail addresses, phone numbers and the key they came with off the given channels, past any erasure or import (C4). A repeat adds nothing. */
export async function suppress(
  { tx, orgId, now }: Place,
  prospectId: string,
  channels: (Channel | "any")[],
  reason: string,
): Promise<void> {
  for (const address of await findAddresses({ tx, orgId }, prospectId)) {
    const wanted = channels.filter((channel) => channel === "any" || channelsOf[address.kind].includes(channel));
    const missing = wanted.filter((channel) => !address.channels.includes(channel));
    await add({ tx, orgId, now }, prospectId, address, missing, reason);
  }
}

/**
 * Leaves of a suppression only what the person did not tick when they said yes again: one address at a time, one channel at a time. `everyone`: all
 * records of theirs; what somebody else asked for behind the same address stays.
 */
export async function narrowSuppression(
  { tx, orgId, now }: Place,
  prospectId: string,
  everyone: string[],
  ticked: Channel[],
  reason: string,
): Promise<void> {
  const theirs = [{ prospectId: null }, { prospectId: { in: everyone } }];
  for (const address of await findAddresses({ tx, orgId }, prospectId)) {
    const was = (channel: Channel) => address.channels.includes(channel) || address.channels.includes("any");
    const left = channelsOf[address.kind].filter((channel) => was(channel) && !ticked.includes(channel));
    await tx.suppression.updateMany({
      where: { orgId, hash: address.hash, liftedAt: null, topic: null, channel: { notIn: left }, OR: theirs },
      data: { liftedAt: now },
    });
    const missing = left.filter((channel) => !address.channels.includes(channel));
    await add({ tx, orgId, now }, prospectId, address, missing, reason);
  }
}

/** Takes back what a stop at that instant added, and nothing else. */
export async function unsuppress({ tx, orgId, now }: Place, prospectId: string, stoppedAt: Date): Promise<void> {
  const hashes = (await findAddresses({ tx, orgId }, prospectId)).map(({ hash }) => hash);
  await tx.suppression.updateMany({
    where: { orgId, hash: { in: hashes }, liftedAt: null, topic: null, channel: "any", createdAt: stoppedAt },
    data: { liftedAt: now },
  });
}

type Kind = "email" | "phone" | "person";
type Address = { hash: string; kind: Kind; channels: string[] };

const channelsOf: Record<Kind, readonly Channel[]> = { email: ["email"], phone: ["phone", "sms"], person: Channel.options };

/** What is theirs alone of the hashes they are known by, as a table `address`. */
export const addressesOf = (orgId: string, prospectId: string) => Prisma.sql`(
  SELECT DISTINCT h.kind, h.hash FROM hashes_of(${orgId}::uuid, ${prospectId}::uuid) h WHERE h.kind IN ('email', 'phone', 'person')) address`;

/** Their addresses as hashes, with the channels each is suppressed on. */
function findAddresses({ tx, orgId }: { tx: Tx; orgId: string }, prospectId: string): Promise<Address[]> {
  return tx.$queryRaw<Address[]>`
    SELECT address.hash, address.kind, coalesce(array_agg(s.channel) FILTER (WHERE s.id IS NOT NULL), '{}') AS channels
      FROM ${addressesOf(orgId, prospectId)}
      LEFT JOIN "Suppression" s ON s."orgId" = ${orgId}::uuid AND s.hash = address.hash AND s."liftedAt" IS NULL AND s.topic IS NULL
     GROUP BY address.hash, address.kind ORDER BY address.hash`;
}

async function add(
  { tx, orgId, now }: Place,
  prospectId: string,
  { hash, kind }: Address,
  channels: string[],
  reason: string,
): Promise<void> {
  await tx.suppression.createMany({
    data: channels.map((channel) => ({ orgId, id: newId(now), kind, hash, channel, reason, prospectId, createdAt: now })),
  });
}
