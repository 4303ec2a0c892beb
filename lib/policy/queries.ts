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

export type VersionPage = { inForce: Policy; versions: VersionRow[]; /** Before which version others are found. */ earlier: number | null };

const versionsShown = 20;

/** The numbers in force, and the latest versions, or those before one, newest first, each with what it changed of the one before it. */
export async function findPolicyPage({ orgId }: Actor, before: number | null = null): Promise<VersionPage> {
  const rows = await db.policyVersion.findMany({
    where: { orgId, ...(before !== null && { version: { lt: before } }) },
    select: { version: true, numbers: true, note: true, publishedAt: true, publishedBy: { select: { name: true } } },
    orderBy: { version: "desc" },
    take: versionsShown + 1,
  });
  const policies = rows.map(({ version, numbers }) => completePolicy(numbers, version));
  const versions = rows.slice(0, versionsShown).map(({ version, note, publishedAt, publishedBy }, i) => ({
    ...{ version, note, publishedAt, by: publishedBy?.name ?? null },
    changes: differences(policies[i + 1] ?? defaultPolicy, policies[i]!),
  }));
  const inForce = before === null ? (policies[0] ?? defaultPolicy) : await readPolicy(db, orgId);
  return { inForce, versions, earlier: rows.length > versionsShown ? versions.at(-1)!.version : null };
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

const changesShown = 50;

/** What an organisation changed in the law, or did before a version, newest first: each version whose own rules differ from those before it, whole. */
export async function listLawChanges(
  { orgId }: Actor,
  before: number | null = null,
): Promise<{ changes: LawChange[]; earlier: number | null }> {
  const rows = await db.policyVersion.findMany({
    where: { orgId },
    select: { version: true, numbers: true, note: true, publishedAt: true, publishedBy: { select: { name: true } } },
    orderBy: { version: "asc" },
  });
  let standing: LawAdjustments = {};
  const changes = rows.flatMap(({ version, numbers, note, publishedAt, publishedBy }) => {
    const { law } = completePolicy(numbers, version);
    const keys = [...new Set([...Object.keys(standing), ...Object.keys(law)])];
    const changed = keys.filter((key) => JSON.stringify(standing[key]) !== JSON.stringify(law[key]));
    standing = law;
    return changed.map((rule) => ({ ...{ version, rule, own: law[rule] ?? null, note, publishedAt }, by: publishedBy?.name ?? null }));
  });
  const older = changes.toReversed().filter(({ version }) => before === null || version < before);
  const last = older[changesShown - 1]?.version ?? 0;
  const shown = older.filter(({ version }) => version >= last);
  return { changes: shown, earlier: shown.length < older.length ? last : null };
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
