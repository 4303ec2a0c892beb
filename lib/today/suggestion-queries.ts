import "server-only";
import { z } from "zod";

import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { saySuggested } from "#lib/schedule/say-suggested.ts";
import { type Suggested, toSuggested } from "#lib/schedule/suggested.ts";
import { readDossiers } from "#lib/scoring/queries.ts";
import { suggestNext } from "#lib/scoring/suggest-next.ts";
import type { VerdictKind } from "#lib/scoring/verdict.ts";

/** Whom it is asked of, with commas between: as many as a screen shows. */
export const AskSuggestions = z.object({
  people: z
    .string()
    .transform((text) => text.split(",").map((id) => id.toLowerCase()))
    .pipe(z.array(z.uuid()).min(1).max(30)),
});
export type AskSuggestions = z.output<typeof AskSuggestions>;

/** The next welcome touch of somebody as the queue offers it; `verdict` is that of the touch as it stands. */
export type NextTouch = {
  prospectId: string;
  suggested: Suggested;
  verdict: { kind: VerdictKind; value: number; bar: number } | null;
  /** The same in one line. */
  said: string;
  zone: string;
};

/** What to do next with each of these people whom the actor may see. Reads only; what is planned of it is judged again at the door. */
export async function findSuggestions({ actor, now }: Context, { people }: AskSuggestions): Promise<Outcome<{ suggestions: NextTouch[] }>> {
  const [visible, policy] = await Promise.all([
    db.$queryRaw<
      { id: string }[]
    >`SELECT p.id FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ANY(${people}::uuid[]) AND p."archivedAt" IS NULL`,
    readPolicy(db, actor.orgId),
  ]);
  const ids = visible.map(({ id }) => id);
  const suggestions: NextTouch[] = [];
  for await (const [prospectId, dossier] of readDossiers(db, actor.orgId, ids, now)) {
    const found = suggestNext(prospectId, dossier, policy, now);
    const suggested = toSuggested(found);
    const verdict =
      found.kind === "touch" || found.kind === "close"
        ? { kind: found.verdict.kind, value: found.verdict.value.points, bar: found.verdict.value.bar }
        : null;
    const zone = dossier.terms?.timeZone ?? dossier.person.timeZone ?? dossier.homeZone;
    suggestions.push({ prospectId, suggested, verdict, zone, said: saySuggested(suggested, { ...dossier, zone, now }) });
  }
  return ok({ suggestions });
}
