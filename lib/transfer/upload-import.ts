import "server-only";
import { createHash } from "node:crypto";

import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { decodeText } from "#lib/transfer/decode-text.ts";
import { detectColumns, guessSubject } from "#lib/transfer/detect-columns.ts";
import { readRows } from "#lib/transfer/read-rows.ts";

import { inRawTransaction } from "#lib/platform/transaction.ts";
import { insertImport } from "#lib/transfer/store.ts";

export type Upload = { fileName: string; bytes: Uint8Array };

/** Takes a file in: its rows are kept as they are, and where each column probably goes is proposed. A file that cannot be read leaves nothing. */
export async function uploadImport({ actor, now }: Context, { fileName, bytes }: Upload): Promise<Outcome<{ id: string }>> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const sheet = await readRows(decoded.value.text);
  if (!sheet.ok) return sheet;

  const id = newId(now);
  const subject = guessSubject(sheet.value.header);
  const mapping = detectColumns(sheet.value.header, subject);
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  const file = {
    orgId: actor.orgId,
    id,
    createdById: actor.userId,
    createdAt: now,
    subject,
    fileName: tidyName(fileName),
    fileHash,
    encoding: decoded.value.encoding,
    mapping,
  };
  await inRawTransaction((client) => insertImport(client, file, sheet.value));
  return ok({ id });
}

const tidyName = (name: string) =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .split(/[\\/]/)
    .at(-1)!
    .trim()
    .slice(0, 120) || "file.csv";
