import "server-only";
import { env } from "#lib/platform/env.ts";
import { newToken } from "#lib/platform/ids.ts";
import type { Tx } from "#lib/platform/db.ts";
import { findAddressSince, keepLink } from "#lib/preferences/store.ts";

/** A fresh link to somebody's own page. `mailedTo`: the address it goes to, shown to nobody; null: it is handed over. Its address is told this once; only the hash stays. Earlier links keep working, since they may stand in a mailbox. */
export async function newLink(
  place: { tx: Tx; orgId: string; now: Date },
  prospectId: string,
  createdById: string | null,
  mailedTo: string | null,
): Promise<{ id: string; url: string }> {
  const { token, hash } = newToken(place.orgId);
  const addressSince = mailedTo === null ? null : await findAddressSince(place, prospectId, mailedTo);
  const id = await keepLink(place, prospectId, { tokenHash: hash, createdById, addressSince });
  return { id, url: new URL(`/preferences/${token}`, env().BASE_URL).href };
}
