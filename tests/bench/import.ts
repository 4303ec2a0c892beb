// Measures an import against a bare COPY of the same rows, in the same run so that the machine's mood cancels out; started by npm run bench
// [-- --rows=10000]. DATABASE_URL names a migrated database; it gets an organisation of its own.
import os from "node:os";

import { pool } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { mapImport } from "#lib/transfer/map-import.ts";
import { findImport } from "#lib/transfer/queries.ts";
import { runImport } from "#lib/transfer/run-import.ts";
import { copyInto } from "#lib/transfer/stage.ts";
import { inRawTransaction } from "#lib/platform/transaction.ts";
import { startImport } from "#lib/transfer/start-import.ts";
import { uploadImport } from "#lib/transfer/upload-import.ts";
import { text, value } from "#tests/factories/imports.ts";
import { aContext, aMember, anOrganisation, testNow } from "#tests/factories/records.ts";

process.env.AUTH_SECRET ??= "only for measuring, thirty-two characters and more";
process.env.BASE_URL ??= "http://127.0.0.1:3000";
const size = Number(process.argv.find((each) => each.startsWith("--rows="))?.split("=")[1] ?? 10_000);

/** One row in twenty stands twice. */
const rows = Array.from({ length: size }, (_, n) => {
  const who = n % Math.ceil(size * 0.95);
  const phone = `+35191${String(1_000_000 + who)}`;
  return [
    String(n),
    `Ana ${who % 97}`,
    `Surname${who}`,
    `person${who}@firm${who % 800}.example`,
    phone,
    `Firm ${who % 800}`,
    "Portugal",
    n % 11 ? "No" : "Yes",
  ];
});

/** Seconds in which ten thousand rows are to be taken in after their upload, duplicates found included. */
const goal = 3;

async function clock<T>(name: string, work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now();
  const result = await work();
  const ms = performance.now() - started;
  console.log(`  ${name.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms`);
  return { result, ms };
}

const bareCopy = () =>
  inRawTransaction(async (client) => {
    await client.query("CREATE TEMP TABLE bare (a text, b text, c text, d text, e text, f text, g text, h text) ON COMMIT DROP");
    await copyInto(client, "bare", rows);
  });

async function takeIn(actor: Awaited<ReturnType<typeof aMember>>, label: string) {
  const csv = ["Record ID,First Name,Last Name,Email,Phone,Company,Country,Do Not Email", ...rows.map((cells) => cells.join(","))].join(
    "\n",
  );
  const context = aContext(actor);
  const { result: id, ms: upload } = await clock(
    `${label}: upload (read, keep, propose)`,
    async () => value(await uploadImport(context, { fileName: "many.csv", bytes: text(csv) })).id,
  );
  const { mapping: fields } = (await findImport(actor, id))!;
  const options = {
    ownerId: actor.userId,
    source: "Fair",
    basis: "inquiry",
    updateExisting: false,
    dateOrder: "auto",
    country: null,
  } as const;
  value(await mapImport(context, { importId: id, subject: "prospects", fields, ...options }));
  const job = { orgId: actor.orgId, importId: id };
  const check = await clock(`${label}: dry run`, () => runImport({ ...job, step: "check" }, testNow));
  value(await startImport(context, { importId: id }));
  const run = await clock(`${label}: import`, () => runImport({ ...job, step: "run" }, testNow));
  const { created, unchanged, duplicates, rejected } = (await findImport(actor, id))!;
  console.log(`    ${created} new, ${unchanged} known, ${duplicates} twice in the file, ${rejected} rejected`);
  return { all: upload + check.ms + run.ms, import: run.ms };
}

try {
  console.log(`${size.toLocaleString("en")} rows, load ${os.loadavg()[0]!.toFixed(1)}`);
  const actor = await aMember(await anOrganisation());
  await bareCopy();
  const bare = await clock("bare COPY of the same rows", bareCopy);
  const first = await takeIn(actor, "first time");
  const again = await takeIn(actor, "again");
  console.log(
    `import, upload to done: ${(first.all / 1000).toFixed(2)} s, ${(first.all / bare.ms).toFixed(1)}× a bare COPY; the same file again: ${(again.all / 1000).toFixed(2)} s`,
  );
  const limit = (goal * size) / 10_000;
  console.log(
    `the import itself: ${(first.import / 1000).toFixed(2)} s, ${(first.import / bare.ms).toFixed(1)}× a bare COPY  ${first.import <= limit * 1000 ? "within" : "OVER"} ${limit} s`,
  );
} finally {
  await closeQueue(1);
  await pool.end();
}
