import "server-only";
import type { PoolClient } from "pg";

import { newId } from "#lib/platform/ids.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type StatedStop = { prospectId: string; channel: string };

/** Keeps the addresses of many people off the channels a file says stop for, as `suppress` does for one person (C4). A repeat adds nothing. */
export async function suppressStated(
  client: PoolClient,
  { orgId, now, reason }: { orgId: string; now: Date; reason: string },
  stops: StatedStop[],
): Promise<void> {
  const { text, values } = Prisma.sql`
    SELECT new.kind, new.hash, new.channel, new.person FROM (
      SELECT p.kind, suppression_hash(o."hashSalt", p.kind, p.normalised) AS hash, stop.channel, min(stop.person::text) AS person
        FROM unnest(${stops.map(({ prospectId }) => prospectId)}::uuid[], ${stops.map(({ channel }) => channel)}::text[]) AS stop(person, channel)
        JOIN "ContactPoint" p ON p."orgId" = ${orgId}::uuid AND p."prospectId" = stop.person
        JOIN "Organisation" o ON o.id = p."orgId"
       WHERE (p.kind = 'email' AND stop.channel IN ('any', 'email')) OR (p.kind = 'phone' AND stop.channel IN ('any', 'phone', 'sms'))
       GROUP BY 1, 2, 3) new
     WHERE NOT EXISTS (SELECT FROM "Suppression" s
                        WHERE s."orgId" = ${orgId}::uuid AND s.hash = new.hash AND s.channel = new.channel AND s."liftedAt" IS NULL AND s.topic IS NULL)`;
  const { rows } = await client.query<{ kind: string; hash: string; channel: string; person: string }>(text, values);
  await client.query(
    `INSERT INTO "Suppression" ("orgId", id, kind, hash, channel, reason, "createdAt", "prospectId")
     SELECT $1, new.id, new.kind, new.hash, new.channel, $2, $3, new.person
       FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[]) AS new(id, kind, hash, channel, person)`,
    [
      orgId,
      reason,
      now,
      rows.map(() => newId(now)),
      rows.map(({ kind }) => kind),
      rows.map(({ hash }) => hash),
      rows.map(({ channel }) => channel),
      rows.map(({ person }) => person),
    ],
  );
}
