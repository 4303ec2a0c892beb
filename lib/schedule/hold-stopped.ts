import "server-only";
import { z } from "zod";

import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { findStopped } from "#lib/schedule/queries.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

/** `sharedWith`: only those who are known by an address of this person's. */
export const HoldStopped = z.object({ orgId: z.uuid(), sharedWith: z.uuid().nullish() });
export type HoldStopped = z.infer<typeof HoldStopped>;

/** People a look takes in, so that none takes long. */
const batch = 2_000;
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Judges what is planned again where the ledger now says stop, an address, domain or company of theirs is suppressed or a number of theirs is in a
 * registry, and holds what no longer passes. It asks these rather than whoever changed them, so that it can be repeated; until it has run, the database
 * itself refuses the touch and the judges do at its hour.
 */
export async function holdStopped({ orgId, sharedWith = null }: HoldStopped, now: Date): Promise<void> {
  await letPlannersFinish(orgId);
  for (let after: string | null = first; after !== null;) {
    const looked: { prospectId: string; stopped: boolean }[] = await inTransaction({}, ({ tx }) =>
      findStopped(tx, orgId, { after: after!, most: batch, sharedWith }),
    );
    for (const { prospectId, stopped } of looked) if (stopped) await judgeAnew(orgId, prospectId, now);
    after = looked.length < batch ? null : looked.at(-1)!.prospectId;
  }
}

const judgeAnew = (orgId: string, prospectId: string, now: Date) =>
  inTransaction({}, async ({ tx }) => {
    await tx.$executeRaw`SELECT 1 FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ${prospectId}::uuid FOR NO KEY UPDATE`;
    const writer = { tx, orgId, actorId: null, now };
    await rejudge(writer, prospectId, "preference");
    await tellConcerned(writer, { kind: "changed", prospectId, by: "admin", always: false });
  });

/** Whoever plans holds the policy's lock; who has it alone knows that every plan judged before is there to be seen, and that later ones see what forbids them. */
const letPlannersFinish = (orgId: string) => inTransaction({}, ({ tx }) => tx.$queryRaw`SELECT policy_to_replace(${orgId}::uuid)`);
