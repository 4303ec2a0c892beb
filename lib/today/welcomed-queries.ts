import "server-only";
import type { Disposition } from "#lib/follow-up/touch.ts";
import type { OfferKind } from "#lib/follow-up/vocabulary.ts";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";

/** Something given, and how it was received: an answer (`disposition`), or their own word on their page (null). */
export type Welcomed = {
  prospectId: string;
  name: string;
  at: Date;
  disposition: Disposition | null;
  offerKind: OfferKind;
  /** The title in the library, or what it was in a few words. */
  what: string | null;
};

const fortnight = 14 * 86_400_000;
const most = 5;

/** What the actor's people welcomed in the last fortnight, the latest first, one line a person (P4, V4). */
export function findWelcomed({ actor, now }: Context): Promise<Welcomed[]> {
  const since = new Date(now.getTime() - fortnight);
  return db.$queryRaw<Welcomed[]>`/* prepared: welcomed */
    WITH heard AS (
      (SELECT p.id AS "prospectId", p.name, p."lastInboundAt" AS at, said.disposition, given."offerKind", coalesce(a.title, given."offerText") AS what
         FROM "Prospect" p
         JOIN LATERAL (SELECT t.disposition FROM "Touchpoint" t WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id AND t.at = p."lastInboundAt" AND t."replacedById" IS NULL
                         AND t.disposition IN ('replied', 'conversation', 'thanked', 'interested', 'asked_question') LIMIT 1) said ON true
         JOIN LATERAL (SELECT t."offerKind", t."offerAssetId", t."offerText" FROM "Touchpoint" t
                        WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id AND t."replacedById" IS NULL AND t.direction = 'out' AND t."offerKind" <> 'none'
                          AND t.at <= p."lastInboundAt" AND t.at > p."lastInboundAt" - interval '60 days' ORDER BY t.at DESC LIMIT 1) given ON true
         LEFT JOIN "ValueAsset" a ON a."orgId" = p."orgId" AND a.id = given."offerAssetId"
        WHERE p."orgId" = ${actor.orgId}::uuid AND p."ownerId" = ${actor.userId}::uuid AND p."archivedAt" IS NULL AND p."stoppedAt" IS NULL
          AND p."lastInboundAt" > ${since} AND p."lastInboundAt" <= ${now}
        ORDER BY p."lastInboundAt" DESC LIMIT ${most})
      UNION ALL
      (SELECT p.id, p.name, s."reactedAt", NULL, 'asset', a.title
         FROM "AssetShare" s JOIN "Prospect" p ON p."orgId" = s."orgId" AND p.id = s."prospectId" JOIN "ValueAsset" a ON a."orgId" = s."orgId" AND a.id = s."assetId"
        WHERE s."orgId" = ${actor.orgId}::uuid AND s.reaction = 'useful' AND s."reactedAt" > ${since} AND s."reactedAt" <= ${now}
          AND p."ownerId" = ${actor.userId}::uuid AND p."archivedAt" IS NULL AND p."stoppedAt" IS NULL
        ORDER BY s."reactedAt" DESC LIMIT ${most})
    )
    SELECT * FROM (SELECT DISTINCT ON ("prospectId") * FROM heard ORDER BY "prospectId", at DESC) once ORDER BY at DESC, "prospectId" LIMIT ${most}`;
}
