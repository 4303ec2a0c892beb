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

/** The same as a Prisma `where`. */
export function visibleWhere(actor: Actor): { orgId: string; teamId?: string } {
  return may(actor, "see-all-teams") ? { orgId: actor.orgId } : { orgId: actor.orgId, teamId: actor.teamId };
}

/** Who reads the outbox and tries again what failed. Asked here, because `people` sends its own mail and stands on that room. */
export const mayManageMail = (actor: Actor): boolean => may(actor, "manage-mail");
