import { may, type Role } from "#lib/people/roles.ts";

type Owned = { ownerId: string };

/** The owner of both, or whoever works with all teams' records. */
export const mayMerge = (actor: { userId: string; role: Role }, one: Owned, other: Owned): boolean =>
  may(actor, "merge-any-record") || (one.ownerId === actor.userId && other.ownerId === actor.userId);
