import { may, type Role } from "#lib/people/roles.ts";

type Member = { userId: string; teamId: string; role: Role };

/** Whoever made a view renames, shares and removes it; a manager does so with their team's, whose owner may have left. */
export const mayChange = (actor: Member, view: { ownerId: string; teamId: string | null }): boolean =>
  view.ownerId === actor.userId || (view.teamId === actor.teamId && may(actor, "see-all-teams"));
