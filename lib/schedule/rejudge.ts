import "server-only";
import { findPolicyVersion, readPolicy } from "#lib/policy/queries.ts";
import { judgeAgain, type JudgedAgain, takeOff } from "#lib/schedule/judge-again.ts";
import { findScheduled, toPlan } from "#lib/schedule/queries.ts";
import { confirm, type Occasion, type SqlWriter, type Writer } from "#lib/schedule/store.ts";
import { readDossier, readDossiers } from "#lib/scoring/queries.ts";

/**
 * Judges what is planned with a prospect again because something changed – all of it, or `only` one: what still passes stands on the new decision,
 * what does not is held with its reason. The caller holds the prospect's lock.
 */
export async function rejudge(
  writer: Writer,
  prospectId: string,
  occasion: Occasion,
  only: string | null = null,
): Promise<{ held: number }> {
  const { tx, orgId, now } = writer;
  const rows = await findScheduled(tx, orgId, [prospectId]);
  if (rows.length === 0) return { held: 0 };
  const dossier = await readDossier(tx, orgId, prospectId, { now });
  const policy = await readPolicy(tx, orgId);
  const judged = judgeAgain(rows, { dossier, policy, now, occasion }, only);
  for (const { id, clearance, evidence } of judged) if (clearance) await confirm(writer, id, clearance, evidence);
  return { held: await takeOff(writer, judged) };
}

/** Holds all that is planned with a prospect unjudged: for a wish that must take effect though no judge can be asked (C4). The caller holds the prospect's lock. */
export async function holdAll(writer: Writer, prospectId: string, occasion: Occasion): Promise<{ held: number }> {
  const rows = await findScheduled(writer.tx, writer.orgId, [prospectId]);
  const evidence = { occasion };
  return {
    held: await takeOff(
      writer,
      rows.map((row) => ({ id: row.id, plan: toPlan(row), verdict: null, clearance: null, evidence })),
    ),
  };
}

/** The same for many prospects whose ledger changed in one go; what still passes keeps the decision it stands on. The caller holds their locks. */
export async function rejudgeMany(writer: SqlWriter, prospectIds: string[], occasion: Occasion): Promise<{ held: number }> {
  const { tx, orgId, now } = writer;
  const rows = await findScheduled(tx, orgId, prospectIds);
  const [inForce] = await tx.$queryRaw<{ version: number | null }[]>`SELECT policy_in_force(${orgId}::uuid) AS version`;
  const policy = await findPolicyVersion(orgId, inForce!.version);
  const judged: JudgedAgain[] = [];
  for await (const [id, dossier] of readDossiers(tx, orgId, prospectIds, now)) {
    const theirs = rows.filter(({ prospectId }) => prospectId === id);
    judged.push(...judgeAgain(theirs, { dossier, policy, now, occasion }));
  }
  return { held: await takeOff(writer, judged) };
}
