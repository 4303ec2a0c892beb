import "server-only";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

/**
 * Judges what is planned again where the ledger now says stop, an address, domain or company of theirs is suppressed or a number of theirs is in a registry, and holds what no longer passes. It asks these rather
 * than whoever changed them, so that it can be repeated; until it has run, the database itself refuses the touch and the judges do at its hour.
 */
export async function holdStopped(orgId: string, now: Date): Promise<void> {
  await letPlannersFinish(orgId);
  const stopped = await inTransaction(
    {},
    ({ tx }) => tx.$queryRaw<{ prospectId: string }[]>`
      SELECT DISTINCT f."prospectId" FROM "FollowUp" f
       WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled'
         AND (stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL OR is_suppressed(f."orgId", f."prospectId", f.channel)
           OR (f.channel = 'phone' AND EXISTS (
                 SELECT FROM "RegistryList" l JOIN "Organisation" o ON o.id = l."orgId" JOIN "ContactPoint" c ON c."orgId" = l."orgId" AND c."prospectId" = f."prospectId" AND c.kind = 'phone'
                   JOIN "RegistryNumber" n ON n."orgId" = l."orgId" AND n."listId" = l.id AND n.hash = suppression_hash(o."hashSalt", 'phone', c.normalised)
                  WHERE l."orgId" = f."orgId" AND l."replacedAt" IS NULL)))`,
  );
  for (const { prospectId } of stopped) {
    await inTransaction({}, async ({ tx }) => {
      await tx.$executeRaw`SELECT 1 FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ${prospectId}::uuid FOR NO KEY UPDATE`;
      const writer = { tx, orgId, actorId: null, now };
      await rejudge(writer, prospectId, "preference");
      await tellConcerned(writer, { kind: "changed", prospectId, by: "admin", always: false });
    });
  }
}

/** Whoever plans holds the policy's lock; who has it alone knows that every plan judged before is there to be seen, and that later ones see what forbids them. */
const letPlannersFinish = (orgId: string) => inTransaction({}, ({ tx }) => tx.$queryRaw`SELECT policy_to_replace(${orgId}::uuid)`);
