import "server-only";
import { may } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Which records an actor sees, as SQL over a table (or alias) with `orgId` and `teamId`: a rep their team's, others the organisation's. */
export function visibleTo(actor: Actor, alias: string): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  const inOrganisation = Prisma.sql`${column("orgId")} = ${actor.orgId}::uuid`;
  return may(actor, "see-all-teams") ? inOrganisation : Prisma.sql`${inOrganisation} AND ${column("teamId")} = ${actor.teamId}::uuid`;
}

/** Rows about prospects whom the actor sees, over a table with `orgId` and `prospectId`. Who sees the organisation needs no look at each prospect. */
export function aboutVisible(actor: Actor, alias: string): Prisma.Sql {
  const row = Prisma.raw(alias);
  const ours = Prisma.sql`${row}."orgId" = ${actor.orgId}::uuid`;
  if (may(actor, "see-all-teams")) return ours;
  return Prisma.sql`${ours} AND EXISTS (SELECT FROM "Prospect" seen WHERE ${visibleTo(actor, "seen")} AND seen.id = ${row}."prospectId")`;
}

/** `visibleTo` as a Prisma `where`. */
export function visibleWhere(actor: Actor): { orgId: string; teamId?: string } {
  return may(actor, "see-all-teams") ? { orgId: actor.orgId } : { orgId: actor.orgId, teamId: actor.teamId };
}

/** Who reads the outbox and tries again what failed. Asked here, because `people` sends its own mail and stands on that room. */
export const mayManageMail = (actor: Actor): boolean => may(actor, "manage-mail");
