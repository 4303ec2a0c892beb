import "server-only";
import { z } from "zod";

import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { detectColumns } from "#lib/transfer/detect-columns.ts";
import { fields, fieldsOf, subjects } from "#lib/transfer/fields.ts";
import { ImportOptions, mappingProblem } from "#lib/transfer/mapping.ts";
import { listOwners } from "#lib/transfer/queries.ts";
import { lockImport, updateImport } from "#lib/transfer/store.ts";

export const MapImport = ImportOptions.extend({ importId: z.uuid(), subject: z.enum(subjects), fields: z.array(z.enum(fields)).max(200) });
export type MapImport = z.output<typeof MapImport>;

const open = ["uploaded", "checked", "failed"];

/** Settles where the columns go and starts the dry run. A different subject starts over with what the columns mean for it. */
export async function mapImport(
  context: Context,
  { importId, subject, fields, ...options }: MapImport,
): Promise<Outcome<{ checking: boolean }>> {
  const owners = await listOwners(context.actor);
  return inTransaction(context, async (context) => {
    const file = await lockImport(context, importId);
    if (!file || file.state === "discarded") return no({ code: "not-found" });
    if (!open.includes(file.state))
      return no({ code: "conflict", sentence: "This import is under way or finished; its columns stay as they are." });

    if (subject !== file.subject) {
      await updateImport(context, importId, { subject, mapping: detectColumns(file.header, subject), options, state: "uploaded" });
      return ok({ checking: false });
    }
    if (fields.length !== file.header.length) return invalid("fields", "The columns do not fit this file. Reload the page.");
    const mapping = fields.map((field) => (fieldsOf[subject].includes(field) ? field : "ignore"));
    const problem = mappingProblem(subject, mapping);
    if (problem) return invalid("fields", problem);
    if (!owners.some(({ userId }) => userId === options.ownerId)) return invalid("ownerId", "Choose a colleague from the list.");
    if (subject === "prospects" && !options.source)
      return invalid("source", "Say where these people come from: they have a right to know (C8).");

    await updateImport(context, importId, { mapping, options, state: "checking", processed: 0, problem: null });
    await enqueue(context.tx, "import", { orgId: context.actor.orgId, importId, step: "check" });
    return ok({ checking: true });
  });
}
