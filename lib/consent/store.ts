import "server-only";
import type { PoolClient } from "pg";

import type { RegistryId } from "#lib/consent/registries.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import type { TxContext } from "#lib/platform/transaction.ts";

type Group = { kind: "domain" | "company"; label: string; channel: string; topic: string | null; reason: string };

/** Adds the hashes of a domain or company; how many were not there yet. */
export async function insertSuppressions(
  { tx, actor, now }: TxContext<Context>,
  { hashes, ...group }: Group & { hashes: string[] },
): Promise<number> {
  const { orgId, userId } = actor;
  const there = await tx.suppression.findMany({
    where: { orgId, hash: { in: hashes }, channel: group.channel, topic: group.topic, liftedAt: null },
    select: { hash: true },
  });
  const known = new Set(there.map(({ hash }) => hash));
  const added = hashes.filter((hash) => !known.has(hash));
  await tx.suppression.createMany({
    data: added.map((hash) => ({ ...group, orgId, id: newId(now), hash, createdById: userId, createdAt: now })),
  });
  return added.length;
}

/** Lifts what stands of a domain or company on a channel, or about a topic; how many hashes that were. Those of people have no label and cannot be named here. */
export async function liftGroup({ tx, actor, now }: TxContext<Context>, { kind, label, channel, topic, reason }: Group): Promise<number> {
  const { count } = await tx.suppression.updateMany({
    where: { orgId: actor.orgId, kind, label, channel, topic, liftedAt: null },
    data: { liftedAt: now, liftedById: actor.userId, liftReason: reason },
  });
  return count;
}

export type NewList = { id: string; registry: RegistryId; asOf: string; fileName: string };

/** Puts a list in the place of the one before, whose numbers go; that it was there stays. Its numbers are hashed where the salt is. */
export async function replaceRegistryList(client: PoolClient, { actor, now }: Context, list: NewList, numbers: string[]): Promise<void> {
  const { orgId, userId } = actor;
  const place = [orgId, list.registry];
  await client.query(
    `DELETE FROM "RegistryNumber" n USING "RegistryList" l
      WHERE l."orgId" = $1 AND l.registry = $2 AND l."replacedAt" IS NULL AND n."orgId" = l."orgId" AND n."listId" = l.id`,
    place,
  );
  await client.query(`UPDATE "RegistryList" SET "replacedAt" = $3 WHERE "orgId" = $1 AND registry = $2 AND "replacedAt" IS NULL`, [
    ...place,
    now,
  ]);
  await client.query(
    `INSERT INTO "RegistryList" ("orgId", id, registry, "asOf", "fileName", count, "uploadedById", "uploadedAt") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [orgId, list.id, list.registry, list.asOf, list.fileName, numbers.length, userId, now],
  );
  for (let from = 0; from < numbers.length; from += chunk) {
    await client.query(
      `INSERT INTO "RegistryNumber" ("orgId", "listId", hash)
       SELECT $1, $2, suppression_hash(o."hashSalt", 'phone', number) FROM unnest($3::text[]) AS number JOIN "Organisation" o ON o.id = $1`,
      [orgId, list.id, numbers.slice(from, from + chunk)],
    );
  }
}

const chunk = 20_000;
