import "server-only";
import { Changes } from "#lib/events/changes.ts";
import type { Page } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, type Tx } from "#lib/platform/db.ts";
import { byInstant, readPage } from "#lib/platform/read-page.ts";
import { Prisma } from "#prisma/generated/client.ts";

type Edited = "company.edited" | "deal.edited" | "asset.edited" | "template.edited";

/** Who saved it last, and when: a person's record by their id, anything else by its own. */
export async function findLastEdit(
  tx: Tx,
  orgId: string,
  edited: { kind: "prospect.edited"; prospectId: string } | { kind: Edited; subjectId: string },
): Promise<{ by: string | null; at: Date } | null> {
  const event = await tx.event.findFirst({
    where: { orgId, ...edited },
    select: { at: true, actorId: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  if (!event) return null;
  const member = event.actorId && (await tx.member.findFirst({ where: { orgId, userId: event.actorId }, select: { name: true } }));
  return { at: event.at, by: member ? member.name : null };
}

/** Who did this last with something of a person's record, and when. */
export function findLastDone(
  tx: Tx,
  orgId: string,
  done: { kind: string; prospectId: string; subjectId: string },
): Promise<{ actorId: string | null; at: Date } | null> {
  return tx.event.findFirst({ where: { orgId, ...done }, select: { actorId: true, at: true }, orderBy: [{ at: "desc" }, { id: "desc" }] });
}

export type Edit = { id: string; at: Date; by: string | null; changes: Changes };

/** One page of what was changed of something, latest first. The caller has found it visible. */
export async function listEdits(actor: Actor, kind: Edited, subjectId: string, cursor = ""): Promise<Page<Edit>> {
  const page = readPage(cursor, "highest", byInstant);
  const keys = [Prisma.sql`e.at`, Prisma.sql`e.id`];
  const rows = await db.$queryRaw<(Omit<Edit, "changes"> & { changes: unknown })[]>`
    SELECT e.id, e.at, m.name AS by, e.data->'changes' AS changes FROM "Event" e
      LEFT JOIN "Member" m ON m."orgId" = e."orgId" AND m."userId" = e."actorId"
     WHERE e."orgId" = ${actor.orgId}::uuid AND e."subjectId" = ${subjectId}::uuid AND e.kind = ${kind}
       AND e.kind IN ('company.edited', 'deal.edited', 'asset.edited', 'template.edited') AND e.data->'changes' <> '{}' ${page.after(...keys)}
     ${page.order(...keys)} ${page.limit}`;
  const edits = rows.map((row) => ({ ...row, changes: Changes.catch({}).parse(row.changes) }));
  return page.of(edits, ({ at }) => at.toISOString());
}
