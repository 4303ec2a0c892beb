import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { foldProspect } from "#lib/prospects/fold-prospect.ts";
import type { MergeProspects } from "#lib/prospects/merge-fields.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { giveTo } from "#lib/schedule/store.ts";

/**
 * Merges two records of one person. What was planned on either is judged again together in the same transaction, and what no longer passes is held; both
 * owners are told, and one of them goes on with it (D9).
 */
export function mergeProspects(context: Context, input: MergeProspects): Promise<Outcome<{ id: string; taken: number }>> {
  return inTransaction(context, async (context) => {
    const folded = await foldProspect(context, input);
    if (!folded.ok) return folded;
    const { tx, actor, now } = context;
    const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    const { prospectId: id, otherId } = input;
    const { before, ownerId } = folded.value;

    const { held: taken } = await rejudge(place, id, "preference");
    const whose = { name: input.name, jobTitle: input.jobTitle, company: input.company, place: input.place, owner: input.owner };
    await recordEvent(place, { kind: "prospect.merged", prospectId: id, subjectId: otherId, data: { ...whose, taken } });
    await tellConcerned(place, { kind: "merged", prospectId: id, by: "rep", also: [before.kept.ownerId, before.other.ownerId] });
    await giveTo(tx, actor.orgId, id, ownerId);
    await refreshPulse(tx, actor.orgId, [id, otherId]);
    // word of a stop on the record that is gone may still be on its way to those with the same number
    await enqueue(tx, "hold-stopped", { orgId: actor.orgId, sharedWith: id });
    return ok({ id, taken });
  });
}
