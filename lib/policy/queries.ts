import "server-only";
import type { LawAdjustment, LawAdjustments } from "#lib/consent/adjustment.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, type Tx } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { completePolicy } from "#lib/policy/complete.ts";
import { type Difference, differences } from "#lib/policy/numbers.ts";
import type { Policy } from "#lib/policy/policy.ts";

// a published version never changes, so what was parsed once stays true
const parsed = new Map<string, Policy>();

type Reader = Pick<Tx, "policyVersion">;

/** The numbers in force: the organisation's latest published version, or the defaults before it has one. */
export async function readPolicy(tx: Reader, orgId: string): Promise<Policy> {
  const latest = await tx.policyVersion.findFirst({ where: { orgId }, select: { version: true }, orderBy: { version: "desc" } });
  return readPolicyVersion(tx, orgId, latest?.version ?? null);
}

/** The numbers of one version; null is before the first, and the first is the defaults where none was kept. */
export async function readPolicyVersion(tx: Reader, orgId: string, version: number | null): Promise<Policy> {
  if (version === null) return defaultPolicy;
  const key = `${orgId}:${version}`;
  const known = parsed.get(key);
  if (known) return known;
  const found = await tx.policyVersion.findUnique({ where: { orgId_version: { orgId, version } }, select: { numbers: true } });
  const policy = completePolicy(found?.numbers ?? {}, version);
  if (parsed.size > 1_000) parsed.clear();
  parsed.set(key, policy);
  return policy;
}

/** The numbers of one published version, outside a transaction: they never change. */
export const findPolicyVersion = (orgId: string, version: number | null) => readPolicyVersion(db, orgId, version);

export type VersionRow = { version: number; note: string | null; publishedAt: Date; by: string | null; changes: Difference[] };

/** The numbers in force, and the latest versions, newest first, each with what it changed of the one before. */
export async function findPolicyPage({ orgId }: Actor, most = 20): Promise<{ inForce: Policy; versions: VersionRow[] }> {
  const rows = await db.policyVersion.findMany({
    where: { orgId },
    select: { version: true, numbers: true, note: true, publishedAt: true, publishedBy: { select: { name: true } } },
    orderBy: { version: "desc" },
    take: most + 1,
  });
  const policies = rows.map(({ version, numbers }) => completePolicy(numbers, version));
  const versions = rows.slice(0, most).map(({ version, note, publishedAt, publishedBy }, i) => ({
    ...{ version, note, publishedAt, by: publishedBy?.name ?? null },
    changes: differences(policies[i + 1] ?? defaultPolicy, policies[i]!),
  }));
  return { inForce: policies[0] ?? defaultPolicy, versions };
}

/** The numbers that were in force at an instant. */
export async function findPolicyAt({ orgId }: Actor, at: Date): Promise<Policy> {
  const then = await db.policyVersion.findFirst({
    where: { orgId, publishedAt: { lte: at } },
    select: { version: true },
    orderBy: { version: "desc" },
  });
  return readPolicyVersion(db, orgId, then?.version ?? null);
}

export type LawChange = {
  version: number;
  rule: string;
  own: LawAdjustment | null;
  note: string | null;
  publishedAt: Date;
  by: string | null;
};

/** What an organisation changed in the law, newest first: each version whose own rules differ from those before it. */
export async function listLawChanges({ orgId }: Actor, most = 50): Promise<LawChange[]> {
  const rows = await db.policyVersion.findMany({
    where: { orgId },
    select: { version: true, numbers: true, note: true, publishedAt: true, publishedBy: { select: { name: true } } },
    orderBy: { version: "asc" },
  });
  let before: LawAdjustments = {};
  const changes = rows.flatMap(({ version, numbers, note, publishedAt, publishedBy }) => {
    const { law } = completePolicy(numbers, version);
    const keys = [...new Set([...Object.keys(before), ...Object.keys(law)])];
    const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(law[key]));
    before = law;
    return changed.map((rule) => ({ ...{ version, rule, own: law[rule] ?? null, note, publishedAt }, by: publishedBy?.name ?? null }));
  });
  return changes.toReversed().slice(0, most);
}

const rolloutColumns = { version: true, total: true, judged: true, held: true, startedAt: true, finishedAt: true, failedAt: true } as const;
export type RolloutRow = {
  version: number;
  total: number;
  judged: number;
  held: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  failedAt: Date | null;
};

/** How far judging again by a version has come; null where there is none. */
export function findRollout({ orgId }: Actor, version: number): Promise<RolloutRow | null> {
  return db.policyRollout.findUnique({ where: { orgId_version: { orgId, version } }, select: rolloutColumns });
}

/** How many follow-ups a new version would judge again. */
export function countPlanned({ orgId }: Actor): Promise<number> {
  return db.followUp.count({ where: { orgId, state: "scheduled" } });
}
