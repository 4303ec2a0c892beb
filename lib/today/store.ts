import "server-only";
import { toDate } from "#lib/field.ts";
import { dateOf, type Day } from "#lib/follow-up/local-time.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Tx } from "#lib/platform/db.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { DigestSetting } from "#lib/today/digest-queries.ts";

/** Writes down which digest the actor wants. */
export async function keepDigestSetting({ tx, actor: { orgId, userId }, now }: TxContext<Context>, setting: DigestSetting): Promise<void> {
  const data = { ...setting, updatedAt: now };
  await tx.digestSetting.upsert({
    where: { orgId_userId: { orgId, userId } },
    create: { orgId, userId, ...data },
    update: data,
    select: { userId: true },
  });
}

type Place = { tx: Tx; orgId: string; now: Date };

/** Takes a day of a member's for whoever asks first; false when it was taken before. */
export async function claimDigest({ tx, orgId, now }: Place, userId: string, day: Day): Promise<boolean> {
  const { count } = await tx.digest.createMany({ data: [{ orgId, userId, day: toDate(dateOf(day))!, at: now }], skipDuplicates: true });
  return count > 0;
}

export async function keepDigestMail({ tx, orgId }: Place, userId: string, day: Day, mailId: string): Promise<void> {
  const where = { orgId_userId_day: { orgId, userId, day: toDate(dateOf(day))! } };
  await tx.digest.update({ where, data: { mailId }, select: { userId: true } });
}

/** Whom a digest is for, held until the transaction ends: when they were shut out and at which hour they want one, null for never; null where nobody is known. */
export async function lockReader(
  { tx, orgId }: Pick<Place, "tx" | "orgId">,
  mailId: string,
): Promise<{ deactivatedAt: Date | null; hour: number | null } | null> {
  const [reader] = await tx.$queryRaw<{ deactivatedAt: Date | null; hour: number | null }[]>`
    SELECT m."deactivatedAt", s.hour
      FROM "Digest" d
      JOIN "Member" m ON m."orgId" = d."orgId" AND m."userId" = d."userId"
      LEFT JOIN "DigestSetting" s ON s."orgId" = d."orgId" AND s."userId" = d."userId"
     WHERE d."orgId" = ${orgId}::uuid AND d."mailId" = ${mailId}::uuid
       FOR SHARE OF m`;
  return reader ?? null;
}
