import "server-only";
import { z } from "zod";

import { toDay } from "#lib/field.ts";
import { AssetKind, type AssetStage } from "#lib/follow-up/vocabulary.ts";
import { instantKey, type Page, readCursor, toPage } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What the address of the library says. Anything unreadable is as if it were not there. */
export const AssetListQuery = z.object({
  kind: z.preprocess(one, AssetKind).catch("" as never),
  state: z.preprocess(one, z.enum(["current", "archived"])).catch("current"),
  cursor: z.preprocess(one, z.string().max(2_000)).catch(""),
});
export type AssetListQuery = z.output<typeof AssetListQuery>;

export type AssetRow = {
  id: string;
  kind: AssetKind;
  title: string;
  summary: string | null;
  url: string | null;
  topics: string[];
  language: string | null;
  stage: AssetStage | null;
  /** The day of an invitation. */
  heldOn: Date | null;
  expiresOn: Date | null;
  version: number;
  archivedAt: Date | null;
  /** Across the organisation: counts only, no names. */
  given: number;
  useful: number;
  neutral: number;
  notUseful: number;
};

const pageSize = 50;

const withCounts = Prisma.sql`
  a.id, a.kind, a.title, a.summary, a.url, a.topics, a.language, a.stage, a."heldOn", a."expiresOn", a.version, a."archivedAt", shares.*
`;
const shares = Prisma.sql`
  CROSS JOIN LATERAL (SELECT count(*)::int AS given, count(*) FILTER (WHERE s.reaction = 'useful')::int AS useful,
         count(*) FILTER (WHERE s.reaction = 'neutral')::int AS neutral, count(*) FILTER (WHERE s.reaction = 'not_useful')::int AS "notUseful"
    FROM "AssetShare" s WHERE s."orgId" = a."orgId" AND s."assetId" = a.id) shares`;

/** One page of the library by title, with how often each was given and how it was received (V4). */
export async function listAssets(actor: Actor, query: AssetListQuery): Promise<Page<AssetRow>> {
  const cursor = readCursor(query.cursor);
  const [beyond, up] = cursor?.back ? [Prisma.sql`<`, Prisma.sql`DESC`] : [Prisma.sql`>`, Prisma.sql`ASC`];
  const wanted = [
    Prisma.sql`a."orgId" = ${actor.orgId}::uuid`,
    query.state === "archived" ? Prisma.sql`a."archivedAt" IS NOT NULL` : Prisma.sql`a."archivedAt" IS NULL`,
    ...(query.kind ? [Prisma.sql`a.kind = ${query.kind}`] : []),
    ...(cursor ? [Prisma.sql`(a.title, a.id) ${beyond} (${cursor.key ?? ""}, ${cursor.id}::uuid)`] : []),
  ];
  const rows = await db.$queryRaw<AssetRow[]>`
    SELECT ${withCounts}
      FROM (SELECT * FROM "ValueAsset" a WHERE ${Prisma.join(wanted, " AND ")} ORDER BY a.title ${up}, a.id ${up} LIMIT ${pageSize + 1}) a ${shares}
     ORDER BY a.title ${up}, a.id ${up}`;
  return toPage(rows, pageSize, cursor, ({ title }) => title);
}

export async function findAsset(actor: Actor, assetId: string): Promise<AssetRow | null> {
  const rows = await db.$queryRaw<AssetRow[]>`
    SELECT ${withCounts} FROM "ValueAsset" a ${shares} WHERE a."orgId" = ${actor.orgId}::uuid AND a.id = ${assetId}::uuid`;
  return rows[0] ?? null;
}

export type Recipient = {
  id: string;
  prospectId: string;
  prospectName: string;
  at: Date;
  reaction: "useful" | "neutral" | "not_useful" | null;
};

/** Who received it, of those this actor sees, latest first. */
export async function listRecipients(actor: Actor, assetId: string, at: string | null = null): Promise<Page<Recipient>> {
  const cursor = readCursor(at);
  const [beyond, down] = cursor?.back ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`];
  const after =
    cursor && instantKey(cursor.key)
      ? Prisma.sql`AND (s.at, s.id) ${beyond} (${cursor.key}::timestamptz, ${cursor.id}::uuid)`
      : Prisma.empty;
  const rows = await db.$queryRaw<Recipient[]>`
    SELECT s.id, p.id AS "prospectId", p.name AS "prospectName", s.at, s.reaction
      FROM "AssetShare" s JOIN "Prospect" p ON p."orgId" = s."orgId" AND p.id = s."prospectId" AND ${visibleTo(actor, "p")} AND p."erasedAt" IS NULL
     WHERE s."orgId" = ${actor.orgId}::uuid AND s."assetId" = ${assetId}::uuid ${after} ORDER BY s.at ${down}, s.id ${down} LIMIT ${pageSize + 1}`;
  return toPage(rows, pageSize, cursor, ({ at }) => at.toISOString());
}

export type PickerAsset = {
  id: string;
  kind: AssetKind;
  title: string;
  expiresOn: string | null;
  given: number;
  welcomed: number;
  /** When the person it is picked for had it, as ISO text. */
  sharedAt: Date | null;
};

/** What can be attached to a touch, by title: the first 500, and when this person had it. */
export async function listAssetsForPicker(actor: Actor, prospectId: string | null = null): Promise<PickerAsset[]> {
  const shared = prospectId
    ? Prisma.sql`(SELECT max(s.at) FROM "AssetShare" s JOIN "Prospect" p ON p."orgId" = s."orgId" AND p.id = s."prospectId" AND ${visibleTo(actor, "p")}
        WHERE s."orgId" = a."orgId" AND s."prospectId" = ${prospectId}::uuid AND s."assetId" = a.id)`
    : Prisma.sql`NULL::timestamptz`;
  const assets = await db.$queryRaw<(Omit<PickerAsset, "expiresOn"> & { expiresOn: Date | null })[]>`
    SELECT a.id, a.kind, a.title, LEAST(a."expiresOn", a."heldOn") AS "expiresOn", a.given, a.welcomed, ${shared} AS "sharedAt"
      FROM "ValueAsset" a WHERE a."orgId" = ${actor.orgId}::uuid AND a."archivedAt" IS NULL ORDER BY a.title, a.id LIMIT 500`;
  return assets.map((asset) => ({ ...asset, expiresOn: toDay(asset.expiresOn) }));
}

/** How each of these was received by people like this one – who came to us the same way and have a word of their title in common –, of the latest 300 who had it (V4). Counts only. */
export async function findSimilarReceptions(
  actor: Actor,
  prospectId: string,
  assetIds: string[],
): Promise<Map<string, { given: number; welcomed: number }>> {
  if (assetIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ assetId: string; given: number; welcomed: number }[]>`
    SELECT wanted.id AS "assetId", count(DISTINCT q.id)::int AS given, count(DISTINCT q.id) FILTER (WHERE s.reaction = 'useful')::int AS welcomed
      FROM "Prospect" p
     CROSS JOIN unnest(${assetIds}::uuid[]) wanted(id)
     CROSS JOIN LATERAL (SELECT s."prospectId", s.reaction FROM "AssetShare" s
                          WHERE s."orgId" = p."orgId" AND s."assetId" = wanted.id ORDER BY s.at DESC, s.id DESC LIMIT 300) s
      JOIN "Prospect" q ON q."orgId" = p."orgId" AND q.id = s."prospectId" AND q.id <> p.id AND q.relationship = p.relationship
       AND regexp_split_to_array(lower(q."jobTitle"), '[^[:alnum:]]+') && array_remove(regexp_split_to_array(lower(p."jobTitle"), '[^[:alnum:]]+'), 'of')
     WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid GROUP BY wanted.id`;
  return new Map(rows.map(({ assetId, ...counted }) => [assetId, counted]));
}
