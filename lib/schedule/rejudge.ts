import "server-only";
import { readPolicy } from "#lib/policy/queries.ts";
import { judgeAgain, takeOff } from "#lib/schedule/judge-again.ts";
import { findScheduled } from "#lib/schedule/queries.ts";
import { confirm, type Occasion, type Writer } from "#lib/schedule/store.ts";
import { readDossier } from "#lib/scoring/queries.ts";

/**
 * Judges what is planned with a prospect again because something changed – all of it, or `only` one: what still passes stands on the new decision,
 * what does not is held with its reason. The caller holds the prospect's lock.
 */
export async function rejudge(
  writer: Writer,
  prospectId: string,
  occasion: Occasion,
  only: string | null = null,
): Promise<{ held: number }> {
  const { tx, orgId, now } = writer;
  const rows = await findScheduled(tx, orgId, [prospectId]);
  if (rows.length === 0) return { held: 0 };
  const dossier = await readDossier(tx, orgId, prospectId, { now });
  const policy = await readPolicy(tx, orgId);
  const judged = judgeAgain(rows, { dossier, policy, now, occasion }, only);
  for (const { id, clearance, evidence } of judged) if (clearance) await confirm(writer, id, clearance, evidence);
  return { held: await takeOff(writer, judged) };
}
