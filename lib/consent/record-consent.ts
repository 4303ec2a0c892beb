import "server-only";
import type { ConsentEntry } from "#lib/consent/ledger.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";

export type NewConsent = Pick<ConsentEntry, "channel" | "status" | "saidBy"> & {
  prospectId: string;
  /** How it reached us: preference_link, form, call, email, meeting, import, contract, merge, other. */
  method: string;
  basis?: string | null;
  /** The exact words shown or said, and which version of them. */
  wording?: string | null;
  wordingVersion?: string | null;
  evidence?: string | null;
  effectiveTo?: Date | null;
  /** When it was confirmed a second time, by a link sent to the address itself. */
  doubleOptInAt?: Date | null;
  /** The one address it is about; null: the whole channel. */
  contactPointId?: string | null;
};

/** Appends to the consent ledger, in the transaction of what made it known. Nothing is ever edited (C9). */
export async function recordConsent(
  { tx, orgId, actorId, now }: { tx: Tx; orgId: string; actorId: string | null; now: Date },
  entries: NewConsent[],
): Promise<void> {
  await tx.consentEvent.createMany({
    data: entries.map((entry) => ({ ...entry, orgId, id: newId(now), collectedById: actorId, effectiveFrom: now, recordedAt: now })),
  });
}
