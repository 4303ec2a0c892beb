import "server-only";
import { z } from "zod";

import { toDay } from "#lib/field.ts";
import { AssetKind } from "#lib/follow-up/vocabulary.ts";
import { type Page, readCursor, toPage } from "#lib/keyset.ts";
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
  expiresOn: Date | null;
  archivedAt: Date | null;
  /** Across the organisation: counts only, no names. */
  given: number;
  useful: number;
  neutral: number;
  notUseful: number;
};

const pageSize = 50;

const withCounts = Prisma.sql`
  a.id, a.kind, a.title, a.summary, a.url, a.topics, a.language, a."expiresOn", a."archivedAt", shares.*
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

/** Who received it, of those this actor sees: the latest hundred. */
export function listRecipients(actor: Actor, assetId: string): Promise<Recipient[]> {
  return db.$queryRaw<Recipient[]>`
    SELECT s.id, p.id AS "prospectId", p.name AS "prospectName", s.at, s.reaction
      FROM "AssetShare" s JOIN "Prospect" p ON p."orgId" = s."orgId" AND p.id = s."prospectId" AND ${visibleTo(actor, "p")} AND p."erasedAt" IS NULL
     WHERE s."orgId" = ${actor.orgId}::uuid AND s."assetId" = ${assetId}::uuid ORDER BY s.at DESC, s.id DESC LIMIT 100`;
}

export type PickerAsset = { id: string; kind: AssetKind; title: string; expiresOn: string | null };

/** What can be attached to a touch, by title: the first 500. */
export async function listAssetsForPicker(actor: Actor): Promise<PickerAsset[]> {
  const assets = await db.valueAsset.findMany({
    where: { orgId: actor.orgId, archivedAt: null },
    select: { id: true, kind: true, title: true, expiresOn: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: 500,
  });
  return assets.map((asset) => ({ ...asset, kind: asset.kind as AssetKind, expiresOn: toDay(asset.expiresOn) }));
}
