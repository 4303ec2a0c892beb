import "server-only";
import { findKeyHolder } from "#lib/people/key-queries.ts";
import { may } from "#lib/people/roles.ts";
import { noteKeyUse } from "#lib/people/store.ts";
import type { Actor } from "#lib/platform/context.ts";
import { readToken } from "#lib/platform/ids.ts";

/** Says on sight whose secret lies there: to people, and to tools that look for leaked ones. */
export const keyPrefix = "tactful_";

const aMinute = 60_000;

/** Whom a key works as, asked of the database at every call: it ends with the member, and with its maker's right to make keys. */
export async function identifyKey(key: string, now: Date): Promise<{ actor: Actor; keyId: string } | null> {
  const token = key.startsWith(keyPrefix) ? readToken(key.slice(keyPrefix.length)) : null;
  const found = token && (await findKeyHolder(token));
  if (!found || !may({ role: found.makerRole }, "manage-api-keys")) return null;

  const { keyId, lastUsedAt, makerRole: _, ...actor } = found;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > aMinute) await noteKeyUse(actor.orgId, keyId, now);
  return { actor, keyId };
}
