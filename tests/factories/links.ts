import { db } from "#lib/platform/db.ts";
import { newId, newToken } from "#lib/platform/ids.ts";
import { testNow } from "#tests/factories/records.ts";

type LinkOver = { createdAt?: Date; addressSince?: Date | null };

/** The token of a link to a prospect's own page, as mail has brought it to an address that was always theirs; `addressSince` null: as a colleague handed it over. */
export async function aLink({ orgId, id: prospectId }: { orgId: string; id: string }, over: LinkOver = {}): Promise<string> {
  const { token, hash } = newToken(orgId);
  await db.preferenceLink.create({
    data: { orgId, id: newId(testNow), prospectId, tokenHash: hash, createdAt: new Date(), addressSince: new Date(0), ...over },
  });
  return token;
}
