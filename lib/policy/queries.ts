import "server-only";
import type { Tx } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { Policy } from "#lib/policy/policy.ts";

// a published version never changes, so what was parsed once stays true
const parsed = new Map<string, Policy>();

/** The numbers in force: the organisation's latest published version, or the defaults before it has one. */
export async function readPolicy(tx: Pick<Tx, "policyVersion">, orgId: string): Promise<Policy> {
  const latest = await tx.policyVersion.findFirst({ where: { orgId }, select: { version: true }, orderBy: { version: "desc" } });
  if (!latest) return defaultPolicy;
  const key = `${orgId}:${latest.version}`;
  const known = parsed.get(key);
  if (known) return known;
  const { numbers } = await tx.policyVersion.findUniqueOrThrow({
    where: { orgId_version: { orgId, version: latest.version } },
    select: { numbers: true },
  });
  const policy = Policy.parse({ ...(numbers as object), version: latest.version });
  if (parsed.size > 1_000) parsed.clear();
  parsed.set(key, policy);
  return policy;
}
