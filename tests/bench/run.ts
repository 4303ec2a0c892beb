// Measures use cases and queries on the generated organisation; started by npm run bench. With --fill it only sees to it that there is one.
import os from "node:os";

import { db, pool } from "#lib/platform/db.ts";
import { listCases, overviewCases, plainest, planCase, searchCases, todayCase } from "./cases.ts";
import { explainTo } from "./explain.ts";
import { generate } from "./generate.ts";
import { type Case, measure, tableHead, tableLine } from "./measure.ts";
import { prospectPageCases } from "./prospect-page.ts";
import { day } from "./random.ts";
import { findSubject, type Subject } from "./subject.ts";
import { sizesFor } from "./world.ts";

const options = process.argv.slice(2);
const option = (name: string) => options.find((each) => each.startsWith(`--${name}=`))?.split("=")[1];

async function fill(): Promise<Subject> {
  const found = await findSubject();
  if (found) return found;
  const sizes = sizesFor(Number(option("prospects") ?? 100_000), option("touchpoints") ? Number(option("touchpoints")) : undefined);
  console.log(`Generating ${sizes.prospects.toLocaleString("en")} prospects and ${sizes.touchpoints.toLocaleString("en")} touchpoints …`);
  const onStep = (step: string, seconds: number) => console.log(`  ${step}, ${seconds.toFixed(1)} s`);
  await generate(process.env.DATABASE_URL!, { now: new Date(), sizes, onStep });
  return (await findSubject())!;
}

const readCases = async (subject: Subject): Promise<Case[]> => [
  ...(await listCases(subject)),
  ...searchCases(subject),
  todayCase(subject),
  ...overviewCases(subject),
];

/** Each statement of each case with the plan it ran by, the second time it ran. */
async function explain(cases: Case[]): Promise<void> {
  for (const { name, run } of cases) {
    await run(0);
    explaining = name;
    await run(1);
    explaining = "";
  }
}

async function explainAll(subject: Subject): Promise<void> {
  const { planning, undo } = await planCase(subject);
  await explain([...(await readCases(subject)), planning]).finally(undo);
}

async function print(subject: Subject): Promise<void> {
  const base = await measure(await plainest(subject));
  const { planning, outcomes, undo } = await planCase(subject);
  console.log(`\n${tableHead}`);
  console.log(tableLine(base, base.p50));
  const theirs = await prospectPageCases(subject);
  for (const each of [...(await readCases(subject)), ...theirs.cases, planning]) console.log(tableLine(await measure(each), base.p50));
  await undo();
  await theirs.undo();
  console.log(
    `  plans: ${Object.entries(outcomes)
      .map(([said, count]) => `${count} ${said}`)
      .join(", ")}`,
  );
}

const [cpu] = os.cpus();
console.log(
  `${os.cpus().length} × ${cpu?.model.trim() ?? "cpu"}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, load ${os.loadavg()[0]!.toFixed(1)}`,
);
let explaining = "";
const wantsPlans = options.includes("--explain");
// before the first connection is opened: only new ones are told to show their plans
if (wantsPlans) explainTo(pool, (plan) => explaining && console.log(`\n=== ${explaining}\n${plan}`));
try {
  const subject = await fill();
  const age = Math.round((Date.now() - subject.now.getTime()) / day);
  if (age > 1) console.log(`The data is ${age} days old; queries are asked as of then.`);
  if (wantsPlans) await explainAll(subject);
  else if (!options.includes("--fill")) await print(subject);
} finally {
  await db.$disconnect();
  await pool.end();
}
