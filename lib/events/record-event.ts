import "server-only";
import { newId } from "#lib/platform/ids.ts";
import type { Tx } from "#lib/platform/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type NewEvent = { kind: string; prospectId?: string | null; subjectId?: string | null; data?: Prisma.InputJsonObject };

/** Appends to the audit stream, in the transaction of what it tells about. `actorId` is null when the prospect or the system acted. */
export async function recordEvent(
  { tx, orgId, actorId, now }: { tx: Tx; orgId: string; actorId: string | null; now: Date },
  event: NewEvent,
): Promise<void> {
  const { kind, prospectId = null, subjectId = null, data = {} } = event;
  await tx.event.create({ data: { orgId, id: newId(now), kind, prospectId, subjectId, actorId, at: now, data }, select: { id: true } });
}
