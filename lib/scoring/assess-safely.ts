import "server-only";
import { no, type Outcome } from "#lib/outcome.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { assess, type Assess, type Assessed } from "#lib/scoring/assess.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { holidaysAt } from "#lib/scoring/holidays.ts";

/** The policy in force, and those on record among whom it may be about. */
export type Known = { policy: Policy; stored: Map<string, Dossier>; now: Date };

/** Fails closed: a judge that throws has refused, and what it threw is in the log under the number the caller gets. */
export function assessSafely(asked: Assess, { policy, stored, now }: Known): Outcome<Assessed> {
  try {
    const known = { policy: asked.policy ?? policy, now: asked.now ?? now };
    const dossier = asked.dossier ? withHolidays(asked.dossier, known.now) : stored.get(asked.prospectId!);
    return dossier ? assess(asked, { ...known, dossier }) : no({ code: "not-found" });
  } catch (error) {
    const number = newId(now);
    console.error(`assessing ${number} failed:`, error);
    const sentence = `It could not be judged, so it is refused. The number in our log is ${number}.`;
    return no({ code: "refused", sentence, reasons: [], nextAllowedAt: null });
  }
}

/** A dossier that names no holidays is judged with those of its place. */
const withHolidays = ({ holidays, ...dossier }: NonNullable<Assess["dossier"]>, now: Date): Dossier => ({
  ...dossier,
  holidays: holidays ?? holidaysAt(dossier.person.country, dossier.person.region, now),
});
