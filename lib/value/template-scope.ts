import "server-only";
import { may } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

const own = (actor: Actor, alias: string) =>
  Prisma.sql`${Prisma.raw(`${alias}."orgId"`)} = ${actor.orgId}::uuid AND ${Prisma.raw(`${alias}."ownerId"`)} = ${actor.userId}::uuid`;

/** Which templates an actor may use: their own, and what a team they see shares. */
export const usableBy = (actor: Actor, alias: string): Prisma.Sql =>
  Prisma.sql`((${own(actor, alias)}) OR (${Prisma.raw(`${alias}.shared`)} AND ${visibleTo(actor, alias)}))`;

/** Which they may change: their own; whoever sees all teams also what is shared. */
export const changeableBy = (actor: Actor, alias: string): Prisma.Sql =>
  may(actor, "see-all-teams") ? usableBy(actor, alias) : Prisma.sql`(${own(actor, alias)})`;
