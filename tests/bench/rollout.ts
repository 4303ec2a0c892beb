// Measures judging all that is planned again by a stricter policy; started by npm run bench:rollout. DATABASE_URL names a database that may be spoilt.
// With --prepare it fills that database instead.
import os from "node:os";

import { db, pool, type Sql, type Tx } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { inSqlTransaction, inTransaction } from "#lib/platform/transaction.ts";
import { PublishPolicy, publishPolicy } from "#lib/policy/publish-policy.ts";
import { readPolicy } from "#lib/policy/queries.ts";
import { judgeAgain, takeOff } from "#lib/schedule/judge-again.ts";
import { findScheduled } from "#lib/schedule/queries.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { rollOutPolicy } from "#lib/schedule/roll-out-policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { readDossiers } from "#lib/scoring/queries.ts";
import { generate } from "./generate.ts";
import { settle } from "./settle.ts";
import { findSubject, type Subject } from "./subject.ts";
import { fullSizes } from "./world.ts";

const goal = 60;
const sample = 1_000;
/** Longer gaps and a higher bar, as a manager who sees too much would publish. */
const stricter = { "rhythms.cold.email.min": 3, "rhythms.warm.email.min": 3, "value.asked": 60 };

/** 27 in a hundred plans wait; a quarter of them fits nowhere, and a little more than 100,000 are left. */
const sizes = { ...fullSizes, prospects: 160_000, touchpoints: 1_600_000, companies: 120_000, plans: 500_000 };

class TakenBack extends Error {}

/** Runs work in a transaction and takes it back; how long the work took, in milliseconds. */
async function tried<T>(
  transaction: (work: (tx: T) => Promise<never>) => Promise<never>,
  work: (tx: T) => Promise<unknown>,
): Promise<number> {
  let took = 0;
  await transaction(async (tx) => {
    const started = performance.now();
    await work(tx);
    took = performance.now() - started;
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return took;
}

async function prepare(): Promise<void> {
  const told = (step: string, seconds: number) => console.log(`  ${step}, ${seconds.toFixed(1)} s`);
  await generate(process.env.DATABASE_URL!, { now: new Date(), sizes, onStep: told });
  const started = performance.now();
  const { moved, cancelled } = await settle(process.env.DATABASE_URL!, (await findSubject())!);
  told(`settled, ${moved.toLocaleString("en")} moved, ${cancelled.toLocaleString("en")} cancelled`, (performance.now() - started) / 1000);
}

/** One prospect after the other, as when something changes about one of them. Milliseconds each. */
async function oneByOne({ rep: { orgId }, now }: Subject, ids: string[]): Promise<number> {
  let took = 0;
  for (const id of ids)
    took += await tried(
      (work: (tx: Tx) => Promise<never>) => inTransaction({}, ({ tx }) => work(tx)),
      (tx) => rejudge({ tx, orgId, actorId: null, now }, id, "policy"),
    );
  return took / ids.length;
}

/** What each part costs by itself, nothing overlapping. Milliseconds a follow-up, of writing a held one. */
async function parts({ rep: { orgId }, now }: Subject, ids: string[]): Promise<{ reading: number; judging: number; writing: number }> {
  const spent = { reading: 0, judging: 0, writing: 0 };
  await tried(inSqlTransaction, async (tx: Sql) => {
    const started = performance.now();
    const policy = await readPolicy(db, orgId);
    const rows = await findScheduled(tx, orgId, ids);
    const dossiers = new Map<string, Dossier>();
    for await (const [id, dossier] of readDossiers(tx, orgId, ids, now)) dossiers.set(id, dossier);
    const read = performance.now();
    const known = { policy, now, occasion: "policy" } as const;
    const judged = rows.flatMap((row) => judgeAgain([row], { ...known, dossier: dossiers.get(row.prospectId)! }));
    const done = performance.now();
    const some = judged.slice(0, 200).map((each) => ({ ...each, clearance: null }));
    await takeOff({ tx, orgId, actorId: null, now }, some);
    Object.assign(spent, {
      reading: (read - started) / rows.length,
      judging: (done - read) / rows.length,
      writing: (performance.now() - done) / some.length,
    });
  });
  return spent;
}

async function main(): Promise<void> {
  const subject = (await findSubject())!;
  const { orgId } = subject.rep;
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "prospectId" AS id FROM "FollowUp" WHERE "orgId" = ${orgId}::uuid AND state = 'scheduled' ORDER BY 1 LIMIT ${sample}`;
  const ids = people.map(({ id }) => id);
  const { role: _, ...admin } = await db.member.findFirstOrThrow({ where: { orgId, role: "admin" } });
  const published = await publishPolicy(
    { actor: { ...admin, role: "admin" }, now: subject.now },
    PublishPolicy.parse({ basedOn: 1, note: "Fewer, and better", numbers: stricter }),
  );
  if (!published.ok) throw new Error(JSON.stringify(published.problem));
  await oneByOne(subject, ids.slice(0, 200));
  const single = await oneByOne(subject, ids);
  const alone = await parts(subject, ids);

  const before = process.cpuUsage();
  const started = performance.now();
  await rollOutPolicy({ orgId, version: 2 }, () => subject.now);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const { judged, held } = await db.policyRollout.findUniqueOrThrow({ where: { orgId_version: { orgId, version: 2 } } });
  const each = (seconds * 1000) / judged;
  const cost = { reading: alone.reading * judged, judging: alone.judging * judged, writing: alone.writing * held };
  const whole = cost.reading + cost.judging + cost.writing;
  const share = (part: number) => `${Math.round((part / whole) * 100)} %`;
  console.log(
    `${judged.toLocaleString("en")} planned follow-ups judged again in ${seconds.toFixed(1)} s, ${Math.round(judged / seconds).toLocaleString("en")} a second; ${held.toLocaleString("en")} held`,
  );
  console.log(
    `  of the work ${share(cost.reading)} is reading, ${share(cost.judging)} judging, ${share(cost.writing)} writing; done one after another it would be ${(whole / 1000).toFixed(1)} s`,
  );
  console.log(`  this process computed for ${((user + system) / 1e6).toFixed(1)} s of it`);
  console.log(`  one prospect after another takes ${single.toFixed(2)} ms each, ${(single / each).toFixed(1)}× as long`);
  console.log(`  100,000 take ${((each * 100_000) / 1000).toFixed(1)} s: ${each * 100 <= goal ? `within ${goal} s` : `OVER ${goal} s`}`);
}

try {
  console.log(
    `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? "cpu"}, Node ${process.versions.node}, load ${os.loadavg()[0]!.toFixed(1)}`,
  );
  await (process.argv.includes("--prepare") ? prepare() : main());
} finally {
  await closeQueue(1);
  await db.$disconnect();
  await pool.end();
}
