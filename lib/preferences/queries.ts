import "server-only";
import type { Terms } from "#lib/consent/ledger.ts";
import { toTerms } from "#lib/consent/terms.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleWhere } from "#lib/platform/scope.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { whyNotAsk } from "#lib/preferences/asking.ts";
import type { Guest } from "#lib/preferences/guest.ts";
import { lawOfAsking } from "#lib/preferences/law-of-asking.ts";
import { readDossiers } from "#lib/scoring/queries.ts";

/** What a prospect chose (C1), every version, the newest first: the latest fifty. */
export async function listTermVersions(actor: Actor, prospectId: string): Promise<Terms[]> {
  const rows = await db.communicationPreference.findMany({
    where: { orgId: actor.orgId, prospectId, prospect: visibleWhere(actor) },
    orderBy: { version: "desc" },
    take: 50,
    omit: { note: true },
  });
  return rows.map(toTerms);
}

/** The record into which the one a link spoke for was merged, or null. */
export async function findMergedInto({ orgId, prospectId: id }: Pick<Guest, "orgId" | "prospectId">): Promise<string | null> {
  const found = await db.prospect.findUnique({ where: { orgId_id: { orgId, id } }, select: { mergedIntoId: true } });
  return found?.mergedIntoId ?? null;
}

/** Which of these people of the actor's can be asked by mail in one press: nothing they said keeps it away, and the law of their place wants no reason first (C1, C9). Reads only. */
export async function findAskable({ actor, now }: Context, prospectIds: string[]): Promise<Set<string>> {
  const askable = new Set<string>();
  if (prospectIds.length === 0) return askable;
  const { law: own } = await readPolicy(db, actor.orgId);
  for await (const [id, dossier] of readDossiers(db, actor.orgId, prospectIds, now)) {
    const zone = dossier.terms?.timeZone ?? dossier.person.timeZone ?? dossier.homeZone;
    const { may } = lawOfAsking({ ...dossier, place: dossier.person, own, zone }, now);
    if (may === "yes" && !whyNotAsk(dossier, zone, now)) askable.add(id);
  }
  return askable;
}
