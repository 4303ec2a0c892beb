import "server-only";
import { z } from "zod";

import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { type Page, readCursor, toPage } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
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

const pageSize = 50;

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

/** What can be filled into a letter, by name: the first 200, with the links of what can be brought, which a dossier does not carry. */
export async function findForComposer(
  actor: Actor,
  prospectId: string,
): Promise<{ templates: TemplatePick[]; links: Record<string, string> } | null> {
  const [there] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL`;
  if (!there) return null;
  const templates = await db.$queryRaw<TemplatePick[]>`
    SELECT t.id, t.name, t.channel, t.language, t.subject, t.body FROM "MessageTemplate" t
     WHERE t."orgId" = ${actor.orgId}::uuid AND ${usableBy(actor, "t")} AND t."archivedAt" IS NULL ORDER BY t.name, t.id LIMIT 200`;
  const assets = await db.valueAsset.findMany({
    where: { orgId: actor.orgId, archivedAt: null, url: { not: null } },
    select: { id: true, url: true },
    orderBy: { id: "desc" },
    take: 500,
  });
  return { templates, links: Object.fromEntries(assets.map(({ id, url }) => [id, url!])) };
}
