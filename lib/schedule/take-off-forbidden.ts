import "server-only";
import { isForbidden } from "#lib/schedule/queries.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import type { Writer } from "#lib/schedule/store.ts";

/**
 * C4, C9: whether a follow-up can no longer be carried out, because the ledger, the list or a registry has come to forbid it since it was judged. Then it is
 * held here and now, before the job that looks for such plans comes by. The caller holds the prospect's lock.
 */
export async function takeOffForbidden(writer: Writer, prospectId: string, id: string): Promise<boolean> {
  const { state, forbidden } = await isForbidden(writer, id);
  if (state === "held") return forbidden === "stop";
  if (state !== "scheduled" || forbidden === null) return false;
  await rejudge(writer, prospectId, "preference", id);
  return (await isForbidden(writer, id)).state === "held";
}
