import "server-only";
import type { Context } from "#lib/platform/context.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** The version to be replaced, or null before the first. From here to the end of the transaction nobody else publishes, and nobody plans by it. */
export async function lockPolicy({ tx, actor }: TxContext<Context>): Promise<number | null> {
  const [locked] = await tx.$queryRaw<{ latest: number | null }[]>`SELECT policy_to_replace(${actor.orgId}::uuid) AS latest`;
  return locked!.latest;
}

/** Keeps a version for good, and what it has to judge again: all that is planned. */
export async function insertVersion({ tx, actor, now }: TxContext<Context>, policy: Policy, note: string): Promise<void> {
  const { orgId, userId } = actor;
  const { version } = policy;
  await tx.policyVersion.create({
    data: { orgId, version, numbers: policy, note, publishedAt: now, publishedById: userId },
    select: { version: true },
  });
  await tx.$executeRaw`
    INSERT INTO "PolicyRollout" ("orgId", version, total)
    SELECT ${orgId}::uuid, ${version}, count(*) FROM "FollowUp" f WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled'`;
}

/** Lets a rollout that stopped go on; whether there is one. */
export async function reopenRollout({ tx, actor: { orgId } }: TxContext<Context>, version: number): Promise<boolean> {
  const { count } = await tx.policyRollout.updateMany({
    where: { orgId, version, finishedAt: null, failedAt: { not: null } },
    data: { failedAt: null },
  });
  return count > 0;
}
