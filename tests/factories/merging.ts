import type { Actor } from "#lib/platform/context.ts";
import { MergeProspects } from "#lib/prospects/merge-fields.ts";
import { mergeProspects } from "#lib/schedule/merge-prospects.ts";
import { aContext, testNow } from "#tests/factories/records.ts";

type Ids = { id: string };

/** Merges the other record into the kept one, knowing that it cannot be undone. */
export const merge = (actor: Actor, kept: Ids, other: Ids, over: Partial<MergeProspects> = {}, now = testNow) =>
  mergeProspects(aContext(actor, now), { ...MergeProspects.parse({ prospectId: kept.id, otherId: other.id }), sure: true, ...over });
