import "server-only";
import { newId } from "#lib/platform/ids.ts";
import type { Sql, Tx } from "#lib/platform/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Place = { tx: Tx; orgId: string; actorId: string | null; now: Date };
type NewEvent = { kind: string; prospectId?: string | null; subjectId?: string | null; data?: Prisma.InputJsonObject };

/** Appends to the audit stream, in the transaction of what it tells about. `actorId` is null when the prospect or the system acted. */
export async function recordEvent({ tx, ...place }: Place, event: NewEvent): Promise<void> {
  await tx.event.create({ data: columns(place, event), select: { id: true } });
}

/** The same for many, in one statement. */
export async function recordEvents({ tx, ...place }: Omit<Place, "tx"> & { tx: Sql }, events: NewEvent[]): Promise<void> {
  const rows = events.map((event) => columns(place, event));
  await tx.$executeRaw`/* prepared: events */
    INSERT INTO "Event" SELECT * FROM jsonb_populate_recordset(NULL::"Event", ${JSON.stringify(rows)}::jsonb)`;
}

const columns = ({ orgId, actorId, now }: Omit<Place, "tx">, { kind, prospectId = null, subjectId = null, data = {} }: NewEvent) => ({
  ...{ orgId, id: newId(now), kind, prospectId, subjectId, actorId, at: now, data },
});
