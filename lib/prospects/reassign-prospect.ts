import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import { findOwner, handOverPromises, lockProspect, updateProspect } from "#lib/prospects/store.ts";

export const ReassignProspect = z.object({ prospectId: z.uuid(), ownerId: z.uuid({ error: "Choose a colleague." }) });
export type ReassignProspect = z.output<typeof ReassignProspect>;

/** Hands the record to a colleague inside a transaction: a rep within the team, a manager to anyone. The team follows the owner (D9). */
export async function reassignProspect(
  context: TxContext<Context>,
  { prospectId, ownerId }: ReassignProspect,
): Promise<Outcome<{ ownerName: string }>> {
  const { actor, now, tx } = context;
  const prospect = await lockProspect(context, prospectId);
  if (!prospect) return no({ code: "not-found" });
  const owner = await findOwner(context, ownerId);
  if (!owner) return invalid("ownerId", "Choose a colleague from the list.");
  if (owner.userId === prospect.ownerId) return ok({ ownerName: owner.name });

  await updateProspect(context, prospectId, { ownerId: owner.userId, teamId: owner.teamId });
  await handOverPromises(context, prospectId, owner.userId);
  const event = { kind: "prospect.reassigned", prospectId, data: { from: prospect.ownerId, to: owner.userId } };
  await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
  return ok({ ownerName: owner.name });
}
