import "server-only";
import type { Tx } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { completePolicy } from "#lib/policy/complete.ts";
import type { Policy } from "#lib/policy/policy.ts";

// a published version never changes, so what was parsed once stays true
const parsed = new Map<string, Policy>();

type Reader = Pick<Tx, "policyVersion">;

/** The numbers in force: the organisation's latest published version, or the defaults before it has one. */
export async function readPolicy(tx: Reader, orgId: string): Promise<Policy> {
  const latest = await tx.policyVersion.findFirst({ where: { orgId }, select: { version: true }, orderBy: { version: "desc" } });
  return readPolicyVersion(tx, orgId, latest?.version ?? null);
}

/** The numbers of one version; null is before the first. */
export async function readPolicyVersion(tx: Reader, orgId: string, version: number | null): Promise<Policy> {
  if (version === null) return defaultPolicy;
  const key = `${orgId}:${version}`;
  const known = parsed.get(key);
  if (known) return known;
  const { numbers } = await tx.policyVersion.findUniqueOrThrow({ where: { orgId_version: { orgId, version } }, select: { numbers: true } });
  const policy = completePolicy(numbers, version);
  if (parsed.size > 1_000) parsed.clear();
  parsed.set(key, policy);
  return policy;
}
