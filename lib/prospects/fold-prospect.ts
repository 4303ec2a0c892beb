import "server-only";
import { joinConsent, readSide } from "#lib/consent/join-consent.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import { mayMerge } from "#lib/prospects/may-merge.ts";
import { type Mergeable, mergedFields, type MergeProspects } from "#lib/prospects/merge-fields.ts";
import { lockBoth, type LockedHalf, moveAll, refoldPerson } from "#lib/prospects/merge-rows.ts";
import { handOverPromises, updateProspect } from "#lib/prospects/store.ts";

export type Folded = { before: { kept: Mergeable; other: Mergeable }; ownerId: string };

/**
 * Folds one record of a person into another inside a transaction (D9): everything that hangs on it, fields as chosen, and consent as strict as either
 * was (C4). Its id leads to the kept one from now on. What is planned is the caller's to judge again.
 */
export async function foldProspect(context: TxContext<Context>, input: MergeProspects): Promise<Outcome<Folded>> {
  const { actor, now, tx } = context;
  const { prospectId, otherId } = input;
  if (prospectId === otherId) return invalid("otherId", "This is the same record. Choose another one of theirs.");
  const rows = await lockBoth(context, [prospectId, otherId]);
  const [kept, other] = [prospectId, otherId].map((id) => rows.find((row) => row.id === id));
  if (!kept || !other) return rows.length === 1 ? no({ code: "conflict", sentence: gone }) : no({ code: "not-found" });
  if (!mayMerge(actor, kept, other)) return no({ code: "conflict", sentence: notYours });
  if (kept.archivedAt)
    return no({ code: "conflict", sentence: "The record to keep is archived. Restore it first, or keep the other one." });
  if (!input.sure) return invalid("sure", "Tick that you have read what happens. It cannot be undone.");

  const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
  const sides = [await readSide(place, kept.id, zoneOf(kept)), await readSide(place, other.id, zoneOf(other))] as const;
  await moveAll(context, other.id, kept.id);
  const fields = mergedFields(kept, other, input);
  await updateProspect(context, kept.id, fields);
  await joinConsent(place, ...sides, fields.timeZone ?? kept.homeZone);
  await refoldPerson(context, kept.id);
  await handOverPromises(context, kept.id, fields.ownerId);
  return ok({ before: { kept, other }, ownerId: fields.ownerId });
}

const zoneOf = ({ timeZone, homeZone }: LockedHalf) => timeZone ?? homeZone;

const gone = "One of these records is no longer there, or you may not see it: a colleague may have merged them meanwhile. Look again.";
const notYours = "Only the owner of both records may merge them, or a manager. Ask a manager, or have the record handed over first.";
