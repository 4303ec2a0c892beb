import "server-only";
import type { Tx } from "#lib/platform/db.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

const batch = 200;

/**
 * Judges follow-ups again whose hour has come; what no longer passes is held with its reason. Each is claimed with its prospect's lock in a
 * transaction of its own, so that several workers share the work and a crash loses none. At most `batch` a call.
 */
export async function judgeDue(now: Date): Promise<{ judged: number; held: number }> {
  let judged = 0;
  let held = 0;
  while (judged < batch) {
    const done = await inTransaction({ now }, ({ tx }) => judgeNext(tx, now));
    if (!done) break;
    judged += 1;
    held += done.held;
  }
  return { judged, held };
}

async function judgeNext(tx: Tx, now: Date): Promise<{ held: number } | null> {
  const [due] = await tx.$queryRaw<{ orgId: string; id: string; prospectId: string }[]>`
    SELECT f."orgId", f.id, f."prospectId" FROM "FollowUp" f
      JOIN "Prospect" p ON p."orgId" = f."orgId" AND p.id = f."prospectId"
     WHERE f.state = 'scheduled' AND f."judgedDueAt" IS NULL AND f.at <= ${now}
     ORDER BY f.at LIMIT 1 FOR NO KEY UPDATE OF p SKIP LOCKED`;
  if (!due) return null;
  return rejudge({ tx, orgId: due.orgId, actorId: null, now }, due.prospectId, "due", due.id);
}
