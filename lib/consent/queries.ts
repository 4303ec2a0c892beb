import "server-only";
import { hashAddress, type HashedKind } from "#lib/consent/hash-address.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Tx } from "#lib/platform/db.ts";

type Reader = Pick<Tx, "suppression" | "organisation">;

/** Whether an address is suppressed on a channel, by its hash alone: also for people there is no record of any more (C4). */
export async function isSuppressed(
  tx: Reader,
  orgId: string,
  address: { kind: HashedKind; normalised: string },
  channel: Channel,
): Promise<boolean> {
  const { hashSalt } = await tx.organisation.findUniqueOrThrow({ where: { id: orgId }, select: { hashSalt: true } });
  const hash = hashAddress(hashSalt, address.kind, address.normalised);
  const row = await tx.suppression.findFirst({
    where: { orgId, hash, liftedAt: null, channel: { in: [channel, "any"] } },
    select: { id: true },
  });
  return row !== null;
}
