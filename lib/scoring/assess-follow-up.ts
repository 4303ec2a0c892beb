import "server-only";
import type { Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { assessSafely, type Known } from "#lib/scoring/assess-safely.ts";
import type { Assess, Assessed } from "#lib/scoring/assess.ts";
import { readPolicyInForce, readVisibleDossiers } from "#lib/scoring/assess-queries.ts";

/** What the judges would say, before anybody acts. It keeps nothing; planning is a question of its own, and asks again. */
export async function assessFollowUp(context: Context, asked: Assess): Promise<Outcome<Assessed>> {
  return assessSafely(asked, await readKnown(context, [asked]));
}

/** All that is needed to judge these: the policy, and whoever of them is on record and visible to the actor. */
export async function readKnown({ actor, now }: Context, asked: Assess[]): Promise<Known> {
  const subjects = [...new Set(asked.flatMap(({ prospectId }) => prospectId ?? []))];
  const [policy, stored] = await Promise.all([readPolicyInForce(actor), readVisibleDossiers(actor, subjects, now)]);
  return { policy, stored, now };
}
