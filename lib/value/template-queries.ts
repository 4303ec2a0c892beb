import "server-only";
import { z } from "zod";

import { optionalId } from "#lib/field.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { type Page, readCursor, toPage } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { pageSize } from "#lib/platform/read-page.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import type { Template } from "#lib/value/template.ts";
import { changeableBy, usableBy } from "#lib/value/template-scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What the address of the templates says. */
export const TemplateListQuery = z.object({
  state: z.preprocess(one, z.enum(["current", "archived"])).catch("current"),
  cursor: z.preprocess(one, z.string().max(2_000)).catch(""),
});
export type TemplateListQuery = z.output<typeof TemplateListQuery>;

export type TemplateRow = Template & {
  shared: boolean;
  version: number;
  archivedAt: Date | null;
  ownerName: string;
  isOwn: boolean;
  /** Whether this actor may change it, not only use it. */
  mayChange: boolean;
};

const columns = (actor: Actor) => Prisma.sql`
  t.id, t.name, t.channel, t.language, t.subject, t.body, t.shared, t.version, t."archivedAt", o.name AS "ownerName",
  t."ownerId" = ${actor.userId}::uuid AS "isOwn", ${changeableBy(actor, "t")} AS "mayChange"`;
const owner = Prisma.sql`JOIN "Member" o ON o."orgId" = t."orgId" AND o."userId" = t."ownerId"`;

/** One page of the templates an actor may use, by name. */
export async function listTemplates(actor: Actor, query: TemplateListQuery): Promise<Page<TemplateRow>> {
  const cursor = readCursor(query.cursor);
  const [beyond, up] = cursor?.back ? [Prisma.sql`<`, Prisma.sql`DESC`] : [Prisma.sql`>`, Prisma.sql`ASC`];
  const wanted = [
    Prisma.sql`t."orgId" = ${actor.orgId}::uuid`,
    usableBy(actor, "t"),
    query.state === "archived" ? Prisma.sql`t."archivedAt" IS NOT NULL` : Prisma.sql`t."archivedAt" IS NULL`,
    ...(cursor ? [Prisma.sql`(t.name, t.id) ${beyond} (${cursor.key ?? ""}, ${cursor.id}::uuid)`] : []),
  ];
  const rows = await db.$queryRaw<TemplateRow[]>`
    SELECT ${columns(actor)} FROM "MessageTemplate" t ${owner} WHERE ${Prisma.join(wanted, " AND ")} ORDER BY t.name ${up}, t.id ${up} LIMIT ${pageSize + 1}`;
  return toPage(rows, pageSize, cursor, ({ name }) => name);
}

export async function findTemplate(actor: Actor, templateId: string): Promise<TemplateRow | null> {
  const rows = await db.$queryRaw<TemplateRow[]>`
    SELECT ${columns(actor)} FROM "MessageTemplate" t ${owner}
     WHERE t."orgId" = ${actor.orgId}::uuid AND t.id = ${templateId}::uuid AND ${usableBy(actor, "t")}`;
  return rows[0] ?? null;
}

export type TemplatePick = Template & { channel: Channel };

/** What somebody looks for at a letter: templates for its channel first, by a part of their name, and where the asset it brings can be read. */
export const ComposerQuery = z.object({
  prospectId: z.uuid(),
  channel: z.preprocess(one, Channel).catch("email"),
  q: z.preprocess(one, z.string().trim().max(200)).catch(""),
  assetId: optionalId,
});
export type ComposerQuery = z.output<typeof ComposerQuery>;

export type ForComposer = {
  templates: TemplatePick[];
  /** Whether there are others, which their name finds. */
  isMore: boolean;
  /** The address of the asset, by its id: a dossier does not carry it. */
  links: Record<string, string>;
};

/** What can be filled into a letter to this person; null where the actor may not see them. */
export async function findForComposer(actor: Actor, { prospectId, channel, q, assetId }: ComposerQuery): Promise<ForComposer | null> {
  const [there] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL`;
  if (!there) return null;
  const templates = await db.$queryRaw<TemplatePick[]>`
    SELECT t.id, t.name, t.channel, t.language, t.subject, t.body FROM "MessageTemplate" t
     WHERE t."orgId" = ${actor.orgId}::uuid AND ${usableBy(actor, "t")} AND t."archivedAt" IS NULL AND strpos(lower(t.name), lower(${q})) > 0
     ORDER BY t.channel <> ${channel}, t.name, t.id LIMIT ${pageSize + 1}`;
  const asset = assetId
    ? await db.valueAsset.findFirst({ where: { orgId: actor.orgId, id: assetId, archivedAt: null }, select: { id: true, url: true } })
    : null;
  return {
    templates: templates.slice(0, pageSize),
    isMore: templates.length > pageSize,
    links: asset?.url ? { [asset.id]: asset.url } : {},
  };
}
