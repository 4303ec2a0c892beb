import "server-only";
import { newId } from "#lib/platform/ids.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { ContactPoint } from "#lib/prospects/contact-points.ts";

/** Makes the record's contact points these. One the ledger refers to is kept, marked as no longer in use (C9); what is out of use already stays so unless typed again. Whether any came or went, or another is the main one. */
export async function replaceContactPoints({ tx, actor, now }: TxContext, prospectId: string, points: ContactPoint[]): Promise<boolean> {
  const mine = { orgId: actor.orgId, prospectId };
  const there = await tx.contactPoint.findMany({
    where: { ...mine, invalidAt: null },
    select: { id: true, kind: true, normalised: true, isPrimary: true },
  });
  const key = (point: { kind: string; normalised: string }) => `${point.kind} ${point.normalised}`;
  const wanted = new Set(points.map(key));
  const gone = there.filter((point) => !wanted.has(key(point))).map(({ id }) => id);
  if (gone.length > 0) {
    await tx.contactPoint.deleteMany({ where: { ...mine, id: { in: gone }, consentEvent_contactPointId: { none: {} } } });
    await tx.contactPoint.updateMany({ where: { ...mine, id: { in: gone }, invalidAt: null }, data: { invalidAt: now } });
  }
  await tx.contactPoint.updateMany({ where: mine, data: { isPrimary: false } });
  const main = points.filter((point, at) => points.findIndex(({ kind }) => kind === point.kind) === at);
  for (const point of points) {
    const { kind, value, normalised } = point;
    const isPrimary = main.includes(point);
    await tx.contactPoint.upsert({
      where: { orgId_prospectId_kind_normalised: { ...mine, kind, normalised } },
      create: { ...mine, id: newId(now), kind, value, normalised, isPrimary, createdAt: now },
      update: { value, isPrimary, invalidAt: null },
      select: { id: true },
    });
  }
  const wasMain = new Set(there.filter(({ isPrimary }) => isPrimary).map(key));
  return gone.length > 0 || wanted.size > there.length || main.some((point) => !wasMain.has(key(point)));
}
