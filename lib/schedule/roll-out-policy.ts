import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { readPolicyVersion } from "#lib/policy/queries.ts";
import { advanceRollout, failRollout, finishRollout, openRollout } from "#lib/policy/rollout.ts";
import { judgeAgain, type JudgedAgain, takeOff } from "#lib/schedule/judge-again.ts";
import { findScheduled, lockNextPlanned, type PlannedPerson, type ScheduledRow } from "#lib/schedule/queries.ts";
import type { Writer } from "#lib/schedule/store.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { readDossiers } from "#lib/scoring/queries.ts";

export const PolicyRollout = z.object({ orgId: z.uuid(), version: z.number().int().positive() });
export type PolicyRollout = z.infer<typeof PolicyRollout>;

/** Prospects a transaction: enough that a transaction costs little each, few enough that nobody waits long for one of them. */
const usualBatch = 500;

/**
 * Judges all that is planned again by a published version, batch by batch. Each batch and how far it came are one transaction, so that a kill loses
 * nothing and repeats nothing. What still passes keeps the decision it stands on and is not written; what does not is held. A newer version ends it.
 */
export async function rollOutPolicy(job: PolicyRollout, clock: () => Date, batch = usualBatch): Promise<void> {
  for (let left = true; left;) {
    const now = clock();
    left = await inTransaction(job, ({ tx, orgId, version }) => judgeBatch({ tx, orgId, actorId: null, now }, version, batch));
  }
}

/** The last try failed; the page says so and offers to go on. */
export function giveUpRollout(job: PolicyRollout, now: Date): Promise<void> {
  return inTransaction({ ...job, now }, failRollout);
}

async function judgeBatch(writer: Writer, version: number, size: number): Promise<boolean> {
  const { tx, orgId, now } = writer;
  const place = { tx, orgId, version, now };
  const rollout = await openRollout(place);
  if (!rollout) return false;
  const people = await lockNextPlanned(tx, orgId, rollout.cursor, size);
  const last = people.at(-1);
  if (!last) {
    await recordEvent(writer, { kind: "policy.rolled-out", data: { version, ...(await finishRollout(place)) } });
    return false;
  }
  const judged = await judgePeople(writer, people, version);
  await advanceRollout(place, { cursor: last.id, judged: judged.length, held: await takeOff(writer, judged) });
  return true;
}

async function judgePeople({ tx, orgId, now }: Writer, people: PlannedPerson[], version: number): Promise<JudgedAgain[]> {
  const policy = await readPolicyVersion(tx, orgId, version);
  const rows = byProspect(
    await findScheduled(
      tx,
      orgId,
      people.map(({ id }) => id),
    ),
  );
  const gone = new Map<string, Dossier["company"]>();
  const judged: JudgedAgain[] = [];
  const companyOf = new Map(people.map(({ id, companyId }) => [id, companyId]));
  for await (const [id, dossier] of readDossiers(tx, orgId, [...companyOf.keys()], now)) {
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
