import "server-only";
import { z } from "zod";

import { line } from "#lib/field.ts";
import { isTimeZone } from "#lib/follow-up/local-time.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import { tellPeopleEvent } from "#lib/people/manage-people.ts";
import { updateMember } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

export const EditOwnProfile = z.object({
  name: line("Say what colleagues call you."),
  timeZone: z.string().max(64).refine(isTimeZone, "Choose a time zone from the list."),
});
export type EditOwnProfile = z.infer<typeof EditOwnProfile>;

/** One's own name and clock; role, team and address are an admin's to change. */
export function editOwnProfile(context: Context, { name, timeZone }: EditOwnProfile): Promise<Outcome<null>> {
  return inTransaction(context, async (context) => {
    const { actor } = context;
    if (name === actor.name && timeZone === actor.timeZone) return ok(null);
    await updateMember(context, actor.userId, { name, timeZone });
    await tellPeopleEvent(context, "member.edited", actor.userId, { timeZone });
    return ok(null);
  });
}
