import "server-only";
import type { PoolClient } from "pg";

import { pool } from "#lib/platform/db.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import { arrayText } from "#lib/transfer/copy-format.ts";
import type { Field, Subject } from "#lib/transfer/fields.ts";
import type { Sheet } from "#lib/transfer/read-rows.ts";
import { copyInto } from "#lib/transfer/stage.ts";
import { visibleImports } from "#lib/transfer/queries.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type NewImport = {
  orgId: string;
  id: string;
  createdById: string;
  createdAt: Date;
  subject: Subject;
  fileName: string;
  fileHash: string;
  encoding: string;
  mapping: Field[];
};

/** Keeps an uploaded file's rows as they are, in the caller's transaction. */
export async function insertImport(client: PoolClient, file: NewImport, sheet: Sheet): Promise<void> {
  await client.query(
    `INSERT INTO "Import" ("orgId", id, subject, "fileName", "fileHash", encoding, delimiter, header, mapping, options, state, rows, "createdById", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}', 'uploaded', $10, $11, $12)`,
    [
      ...[file.orgId, file.id, file.subject, file.fileName, file.fileHash, file.encoding, sheet.delimiter, sheet.header],
      ...[JSON.stringify(file.mapping), sheet.rows.length, file.createdById, file.createdAt],
    ],
  );
  for (let at = 0; at < sheet.rows.length; at += 5_000) {
    const rows = sheet.rows.slice(at, at + 5_000).map(({ line, cells }) => [file.orgId, file.id, line, arrayText(cells)]);
    await copyInto(client, `"ImportLine" ("orgId", "importId", line, cells)`, rows);
  }
}

export type LockedImport = { id: string; subject: string; state: string; header: string[]; createdById: string };

/** The import for this use case alone, or null if it is not there for this actor. */
export async function lockImport({ tx, actor }: TxContext, id: string): Promise<LockedImport | null> {
  const rows = await tx.$queryRaw<LockedImport[]>`
    SELECT i.id, i.subject, i.state, i.header, i."createdById" FROM "Import" i WHERE ${visibleImports(actor)} AND i.id = ${id}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

export async function updateImport({ tx, actor }: TxContext, id: string, data: Prisma.ImportUncheckedUpdateInput): Promise<void> {
  await tx.import.update({ where: { orgId_id: { orgId: actor.orgId, id } }, data, select: { id: true } });
}

export async function deleteLines({ tx, actor }: TxContext, importId: string): Promise<void> {
  await tx.importLine.deleteMany({ where: { orgId: actor.orgId, importId } });
}

/** How far a running step has come: written past its transaction, so that others see it. */
export async function saveProgress(orgId: string, id: string, processed: number): Promise<void> {
  await pool.query(`UPDATE "Import" SET processed = least($3, rows) WHERE "orgId" = $1 AND id = $2 AND state IN ('checking', 'running')`, [
    orgId,
    id,
    processed,
  ]);
}

export async function markFailed(orgId: string, id: string, problem: string, now: Date): Promise<void> {
  await pool.query(
    `UPDATE "Import" SET state = 'failed', problem = $3, "finishedAt" = $4 WHERE "orgId" = $1 AND id = $2 AND state IN ('checking', 'running')`,
    [...[orgId, id, problem, now]],
  );
}

const counted = `
  created = c.new, updated = c.update, unchanged = c.unchanged, duplicates = c.duplicate, rejected = c.rejected, processed = rows
  FROM (SELECT count(*) FILTER (WHERE outcome = 'new') AS new, count(*) FILTER (WHERE outcome = 'update') AS update,
               count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged, count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate,
               count(*) FILTER (WHERE outcome = 'rejected') AS rejected FROM `;

/** Writes what the dry run found beside each row. */
export async function saveFindings(client: PoolClient, orgId: string, id: string, table: string): Promise<void> {
  const how = table === "import_row" ? "r.how" : "NULL";
  await client.query(
    `UPDATE "ImportLine" l SET outcome = r.outcome, "matchId" = r.match, problems = nullif(
        coalesce(r.notes, '[]') || CASE WHEN r.rejected IS NOT NULL THEN jsonb_build_array(jsonb_build_object('text', r.rejected, 'stops', true)) ELSE '[]' END
        || CASE WHEN r.leader IS NOT NULL THEN jsonb_build_array(jsonb_build_object('text', 'Stands in an earlier row already; its stops count, the rest is left out.', 'row', r.leader)) ELSE '[]' END
        || CASE ${how} WHEN 'phone' THEN '[{"text": "Taken for someone here with the same phone number."}]'::jsonb
                       WHEN 'name' THEN '[{"text": "Taken for someone here with the same name and company."}]' ELSE '[]' END, '[]')
       FROM ${table} r WHERE l."orgId" = $1 AND l."importId" = $2 AND l.line = r.line`,
    [orgId, id],
  );
  await client.query(`UPDATE "Import" SET state = 'checked', problem = NULL, ${counted} ${table}) c WHERE "orgId" = $1 AND id = $2`, [
    orgId,
    id,
  ]);
}

/** Closes an import: its counts, and of its rows only those that were not taken (no second copy of personal data lies about). */
export async function saveResult(client: PoolClient, orgId: string, id: string, table: string, now: Date): Promise<void> {
  await client.query(
    `UPDATE "ImportLine" l SET outcome = r.outcome, problems = jsonb_build_array(jsonb_build_object('text', r.rejected, 'stops', true))
       FROM ${table} r WHERE r.outcome = 'rejected' AND l."orgId" = $1 AND l."importId" = $2 AND l.line = r.line`,
    [orgId, id],
  );
  await client.query(
    `DELETE FROM "ImportLine" l USING ${table} r WHERE r.outcome <> 'rejected' AND l."orgId" = $1 AND l."importId" = $2 AND l.line = r.line`,
    [orgId, id],
  );
  await client.query(
    `UPDATE "Import" SET state = 'done', problem = NULL, "finishedAt" = $3, ${counted} ${table}) c WHERE "orgId" = $1 AND id = $2`,
    [orgId, id, now],
  );
}
