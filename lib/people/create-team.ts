import "server-only";
import { z } from "zod";

import { line } from "#lib/field.ts";
import { invalid, ok, type Outcome } from "#lib/outcome.ts";
import { asAdmin, tellPeopleEvent } from "#lib/people/manage-people.ts";
import { insertTeam } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const CreateTeam = z.object({ name: line("Give the team a name.", 80) });
export type CreateTeam = z.infer<typeof CreateTeam>;

export function createTeam(context: Context, { name }: CreateTeam): Promise<Outcome<{ id: string }>> {
  return asAdmin(context, "manage-people", async (context) => {
    const id = await insertTeam({ ...context, orgId: context.actor.orgId }, name);
    if (!id) return invalid("name", "There is already a team of this name.");

    await tellPeopleEvent(context, "team.created", id);
    return ok({ id });
  });
}
