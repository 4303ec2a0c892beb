import "server-only";
import type { Outcome } from "#lib/outcome.ts";
import type { Guest } from "#lib/preferences/guest.ts";
import { findMergedInto } from "#lib/preferences/queries.ts";

/** Hears a person on the record their link leads to; where that was merged into another meanwhile, on the one that was kept: no word of theirs is lost (C4). */
export async function whereTheyAre<T>(guest: Guest, hear: (guest: Guest) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const heard = await hear(guest);
  if (heard.ok || heard.problem.code !== "not-found") return heard;
  const prospectId = await findMergedInto(guest);
  return prospectId ? hear({ ...guest, prospectId }) : heard;
}
