import "server-only";
import { z } from "zod";

import { no, ok, type Outcome } from "#lib/outcome.ts";
import { tellPeopleEvent, withMember } from "#lib/people/manage-people.ts";
import { moveWithRecords, teamExists } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";

export const MoveToTeam = z.object({ userId: z.uuid(), teamId: z.uuid() });
export type MoveToTeam = z.infer<typeof MoveToTeam>;

/** Their prospects, companies and deals follow. */
export function moveToTeam(context: Context, { userId, teamId }: MoveToTeam): Promise<Outcome<{ records: number }>> {
  return withMember(context, userId, async (context, member) => {
    if (!(await teamExists(context, teamId))) return no({ code: "not-found" });
    if (member.teamId === teamId) return ok({ records: 0 });

    const records = await moveWithRecords(context, userId, teamId);
    await tellPeopleEvent(context, "member.moved", userId, { from: member.teamId, to: teamId, records });
    return ok({ records });
  });
}
