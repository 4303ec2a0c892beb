import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import { z } from "zod";

import { recordEvents } from "#lib/events/record-event.ts";
import { inSqlTransaction } from "#lib/platform/transaction.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { findPolicyVersion } from "#lib/policy/queries.ts";
import { advanceRollout, failRollout, finishRollout, openRollout } from "#lib/policy/rollout.ts";
import { judgeAgain, type JudgedAgain, takeOff } from "#lib/schedule/judge-again.ts";
import { findScheduled, lockNextPlanned, type PlannedPerson, type ScheduledRow } from "#lib/schedule/queries.ts";
import type { SqlWriter } from "#lib/schedule/store.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { readDossiers } from "#lib/scoring/queries.ts";

export const PolicyRollout = z.object({ orgId: z.uuid().toLowerCase(), version: z.number().int().positive() });
export type PolicyRollout = z.infer<typeof PolicyRollout>;

/** Prospects a transaction: enough that a transaction costs little each, few enough that nobody waits long for one of them. */
const usualBatch = 500;

/**
 * Judges all that is planned again by a published version, batch by batch. Each batch and how far it came are one transaction, so that a kill loses
 * nothing and repeats nothing. What still passes keeps the decision it stands on and is not written; what does not is held. A newer version ends it.
 */
export async function rollOutPolicy({ orgId, version }: PolicyRollout, clock: () => Date, batch = usualBatch): Promise<void> {
  const policy = await findPolicyVersion(orgId, version);
  let isLeft = true;
  while (isLeft) {
    const now = clock();
    isLeft = await inSqlTransaction((tx) => judgeBatch({ tx, orgId, actorId: null, now }, policy, batch));
  }
}

/** The last try failed; the page says so and offers to go on. */
export function giveUpRollout(job: PolicyRollout, now: Date): Promise<void> {
  return inSqlTransaction((tx) => failRollout({ tx, ...job, now }));
}

async function judgeBatch(writer: SqlWriter, policy: Policy, size: number): Promise<boolean> {
  const { tx, orgId, now } = writer;
  const { version } = policy;
  const place = { tx, orgId, version, now };
  const rollout = await openRollout(place);
  if (!rollout) return false;
  const people = await lockNextPlanned(tx, orgId, rollout.cursor, size);
  const last = people.at(-1);
  if (!last) {
    await recordEvents(writer, [{ kind: "policy.rolled-out", data: { version, ...(await finishRollout(place)) } }]);
    return false;
  }
  const judged = await judgePeople(writer, people, policy);
  await advanceRollout(place, { cursor: last.id, judged: judged.length, held: await takeOff(writer, judged) });
  return true;
}

async function judgePeople({ tx, orgId, now }: SqlWriter, people: PlannedPerson[], policy: Policy): Promise<JudgedAgain[]> {
  const companyOf = new Map(people.map(({ id, companyId }) => [id, companyId]));
  const ids = [...companyOf.keys()];
  const rows = byProspect(await findScheduled(tx, orgId, ids));
  const gone = new Map<string, Dossier["company"]>();
  const judged: JudgedAgain[] = [];
  for await (const [id, dossier] of readDossiers(tx, orgId, ids, now)) {
    await otherWork();
    const companyId = companyOf.get(id);
    const company = companyId ? without(dossier.company, gone.get(companyId) ?? []) : [];
    const theirs = judgeAgain(rows.get(id) ?? [], { dossier: { ...dossier, company }, policy, now, occasion: "policy" });
    const held = theirs.filter(({ clearance }) => !clearance).map(({ plan: { at, channel } }) => ({ at, channel }));
    if (companyId) gone.set(companyId, [...(gone.get(companyId) ?? []), ...held]);
    judged.push(...theirs);
  }
  return judged;
}

/** What colleagues in a company hear, after some of it was held in this very batch: as if each had been read after the one before was judged (D9). */
function without(company: Dossier["company"], gone: Dossier["company"]): Dossier["company"] {
  const left = [...company];
  for (const { at, channel } of gone) {
    const found = left.findIndex((each) => each.channel === channel && each.at.getTime() === at.getTime());
    if (found >= 0) left.splice(found, 1);
  }
  return left;
}

function byProspect(rows: ScheduledRow[]): Map<string, ScheduledRow[]> {
  const grouped = new Map<string, ScheduledRow[]>();
  for (const row of rows) {
    const theirs = grouped.get(row.prospectId);
    if (theirs) theirs.push(row);
    else grouped.set(row.prospectId, [row]);
  }
  return grouped;
}
