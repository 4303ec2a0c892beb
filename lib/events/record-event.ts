import "server-only";
import { newId } from "#lib/platform/ids.ts";
import type { Tx } from "#lib/platform/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Place = { tx: Tx; orgId: string; actorId: string | null; now: Date };
type NewEvent = { kind: string; prospectId?: string | null; subjectId?: string | null; data?: Prisma.InputJsonObject };

const columns = ({ orgId, actorId, now }: Place, { kind, prospectId = null, subjectId = null, data = {} }: NewEvent) => ({
  ...{ orgId, id: newId(now), kind, prospectId, subjectId, actorId, at: now, data },
});

/** Appends to the audit stream, in the transaction of what it tells about. `actorId` is null when the prospect or the system acted. */
export async function recordEvent(place: Place, event: NewEvent): Promise<void> {
  await place.tx.event.create({ data: columns(place, event), select: { id: true } });
}

/** The same for many, in one statement. */
export async function recordEvents(place: Place, events: NewEvent[]): Promise<void> {
  await place.tx.event.createMany({ data: events.map((event) => columns(place, event)) });
}
