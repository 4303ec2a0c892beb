import { db } from "#lib/platform/db.ts";
import { newId, newToken } from "#lib/platform/ids.ts";
import { testNow } from "#tests/factories/records.ts";

/** The token of a link to a prospect's own page, as their mail has brought it. */
export async function aLink({ orgId, id: prospectId }: { orgId: string; id: string }, madeOn = new Date()): Promise<string> {
  const { token, hash } = newToken(orgId);
  await db.preferenceLink.create({ data: { orgId, id: newId(testNow), prospectId, tokenHash: hash, createdAt: madeOn } });
  return token;
}
