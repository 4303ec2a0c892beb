import "server-only";
import type { PoolClient } from "pg";
import { z } from "zod";

import { may, type Role } from "#lib/people/roles.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Subject } from "#lib/transfer/fields.ts";
import { holdStopped } from "#lib/schedule/hold-stopped.ts";
import { holdAtOnce } from "#lib/transfer/hold-at-once.ts";
import { StoredMapping, StoredOptions, StoredSubject } from "#lib/transfer/mapping.ts";
import { matchCompanies, type Reach } from "#lib/transfer/match-companies.ts";
import { matchProspects } from "#lib/transfer/match-prospects.ts";
import { mergeCompanies, stageCompanies, weighCompanies } from "#lib/transfer/merge-companies.ts";
import { matchDeals, mergeDeals } from "#lib/transfer/merge-deals.ts";
import { type Merge, mergeProspects } from "#lib/transfer/merge-prospects.ts";
import { type ImportFile, openReader } from "#lib/transfer/open-reader.ts";
import { createStage, indexStage } from "#lib/transfer/stage.ts";
import { inRawTransaction } from "#lib/platform/transaction.ts";
import { stageDeals } from "#lib/transfer/stage-deals.ts";
import { type Line, stageProspects } from "#lib/transfer/stage-prospects.ts";
import { markFailed, saveFindings, saveProgress, saveResult } from "#lib/transfer/store.ts";
import { weighProspects } from "#lib/transfer/weigh-prospects.ts";

export const ImportJob = z.object({ orgId: z.uuid(), importId: z.uuid(), step: z.enum(["check", "run"]) });
export type ImportJob = z.infer<typeof ImportJob>;

/** Stages the rows, matches and weighs them. What a subject's table is called, and what writes it. */
const subjects = {
  prospects: { table: "import_row", stage: stageProspects, merge: mergeProspects },
  companies: { table: "import_row", stage: stageCompanies, merge: mergeCompanies },
  deals: { table: "import_deal", stage: stageDeals, merge: mergeDeals },
} as const;

type Opened = { file: ImportFile & { subject: Subject }; reach: Reach; actorId: string };

/**
 * One step of an import in one transaction: a dry run, or the import itself. Both read the rows and match them anew, so that what is written
 * is true at the time of writing; killed at any point a step leaves nothing and runs again from the start. Only one import of an organisation
 * runs at a time, so that two files cannot add the same person.
 */
export async function runImport({ orgId, importId, step }: ImportJob, now: Date): Promise<void> {
  const done = await inRawTransaction(async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`import ${orgId}`]);
    const opened = await openImport(client, orgId, importId, step);
    if (typeof opened === "string") return opened;
    if (opened === null) return null;
    return work(client, opened, step, now);
  });
  if (typeof done === "string") await markFailed(orgId, importId, done, now);
  // a plan made while the file was written, and where the server went away between the commit and this
  else if (step === "run") await holdStopped({ orgId }, now);
}

/** The import and whose it is; null if this step is done already, a sentence if it cannot be done. */
async function openImport(client: PoolClient, orgId: string, importId: string, step: ImportJob["step"]): Promise<Opened | string | null> {
  const { rows } = await client.query(
    `SELECT i.id, i.subject, i."fileName", i.header, i.mapping, i.options, i.state, m."userId", m."teamId", m.role, m."deactivatedAt"
       FROM "Import" i JOIN "Member" m ON m."orgId" = i."orgId" AND m."userId" = i."createdById" WHERE i."orgId" = $1 AND i.id = $2`,
    [orgId, importId],
  );
  const row = rows[0];
  if (!row || row.state !== (step === "check" ? "checking" : "running")) return null;
  if (row.deactivatedAt) return "Whoever uploaded this file is no longer active here. Upload it again.";
  const file = {
    id: row.id,
    subject: StoredSubject.parse(row.subject),
    fileName: row.fileName,
    header: row.header,
    fields: StoredMapping.parse(row.mapping),
    options: StoredOptions.parse(row.options),
  };
  return { file, reach: { orgId, teamId: may({ role: row.role as Role }, "see-all-teams") ? null : row.teamId }, actorId: row.userId };
}

async function work(client: PoolClient, { file, reach, actorId }: Opened, step: ImportJob["step"], now: Date): Promise<string | true> {
  const { orgId } = reach;
  const { options, subject } = file;
  const reader = await openReader(client, reach, file, now);
  if (!reader) return "Whoever was to own these records is no longer active here. Choose somebody else and check again.";

  const { table, stage, merge } = subjects[subject];
  const overwrite = options.updateExisting ?? false;
  await createStage(client);
  await stage({ client, orgId, now, reader, options }, readLines(client, orgId, file.id));
  await indexStage(client);
  await matchCompanies(client, reach);
  if (subject === "prospects") {
    await matchProspects(client, reach);
    await weighProspects(client, orgId, overwrite, options.basis ?? "unknown");
  } else if (subject === "companies") await weighCompanies(client, orgId, overwrite);
  else await matchDeals(client, reach, overwrite);

  if (step === "check") {
    await saveFindings(client, orgId, file.id, table);
    return true;
  }
  const plan: Merge = { orgId, actorId, importId: file.id, now, fileName: file.fileName, overwrite, basis: options.basis ?? "unknown" };
  await merge(client, plan);
  if (subject === "prospects") await holdAtOnce(client, orgId, now);
  await saveResult(client, orgId, file.id, table, now);
  await client.query(
    `INSERT INTO "Event" ("orgId", id, kind, "subjectId", "actorId", at, data)
     SELECT $1, $2, 'import.done', $3, $4, $5, jsonb_build_object('fileName', i."fileName", 'subject', i.subject, 'created', i.created, 'updated', i.updated, 'rejected', i.rejected)
       FROM "Import" i WHERE i."orgId" = $1 AND i.id = $3`,
    [orgId, newId(now), file.id, actorId, now],
  );
  return true;
}

/** The rows in batches, telling outside how far it is: reading is most of the work, writing the last tenth. */
async function* readLines(client: PoolClient, orgId: string, importId: string): AsyncIterable<Line[]> {
  let after = 0;
  let read = 0;
  for (;;) {
    const { rows } = await client.query<Line>(
      `SELECT line, cells FROM "ImportLine" WHERE "orgId" = $1 AND "importId" = $2 AND line > $3 ORDER BY line LIMIT 2000`,
      [orgId, importId, after],
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.line;
    read += rows.length;
    await saveProgress(orgId, importId, Math.floor(read * 0.9));
  }
}
