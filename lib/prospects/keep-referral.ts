import "server-only";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";

type Place = { tx: Tx; orgId: string; now: Date };

/** The fact under which it is kept. */
export const namedOnPage = "Suggests we talk to";
const originNote = "Named on their own page; no consent comes with it";

/** P1: somebody else whom they name is a note on their record, for the rep to read. Nobody is created by it, and no consent goes with it. */
export async function keepReferral(
  { tx, orgId, now }: Place,
  prospectId: string,
  who: string,
): Promise<{ heard: "heard" | "before"; id: string }> {
  const known = await tx.fact.findFirst({
    where: { orgId, prospectId, label: namedOnPage, value: who, retractedAt: null },
    select: { id: true },
  });
  if (known) return { heard: "before", id: known.id };
  const id = newId(now);
  const fact = { orgId, id, prospectId, label: namedOnPage, value: who, origin: "third_party", originNote, recordedAt: now };
  await tx.fact.create({ data: fact, select: { id: true } });
  return { heard: "heard", id };
}
