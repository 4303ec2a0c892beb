import type { Outcome } from "#lib/outcome.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import type { Field, Subject } from "#lib/transfer/fields.ts";
import { mapImport } from "#lib/transfer/map-import.ts";
import { findImport } from "#lib/transfer/queries.ts";
import { runImport } from "#lib/transfer/run-import.ts";
import { startImport } from "#lib/transfer/start-import.ts";
import { uploadImport } from "#lib/transfer/upload-import.ts";
import { aContext, testNow } from "#tests/factories/records.ts";

export const text = (csv: string) => new TextEncoder().encode(csv);

export const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

export type Choices = {
  fields?: Record<string, Field>;
  subject?: Subject;
  basis?: "customer" | "work_role" | "inquiry" | "unknown";
  updateExisting?: boolean;
};

/** Uploads, maps and checks a file as a person would; `start` then imports it. */
export async function takeFile(
  actor: Actor,
  bytes: Uint8Array,
  { fields = {}, subject, basis = "unknown", updateExisting = false }: Choices = {},
  fileName = "people.csv",
) {
  const context = aContext(actor);
  const { id } = value(await uploadImport(context, { fileName, bytes }));
  const proposed = (await findImport(actor, id))!;
  const options = {
    importId: id,
    ownerId: actor.userId,
    source: "Trade fair 2026",
    basis,
    updateExisting,
    dateOrder: "auto" as const,
    country: "US",
  };
  if (subject && subject !== proposed.subject) value(await mapImport(context, { ...options, subject, fields: [] }));
  const { header, mapping, subject: settled } = (await findImport(actor, id))!;
  value(await mapImport(context, { ...options, subject: settled, fields: header.map((name, index) => fields[name] ?? mapping[index]!) }));
  await runImport({ orgId: actor.orgId, importId: id, step: "check" }, testNow);
  return id;
}

export async function startFile(actor: Actor, id: string) {
  value(await startImport(aContext(actor), { importId: id }));
  await runImport({ orgId: actor.orgId, importId: id, step: "run" }, testNow);
  return counts(actor, id);
}

export async function counts(actor: Actor, id: string) {
  const { state, created, updated, unchanged, duplicates, rejected } = (await findImport(actor, id))!;
  return { state, created, updated, unchanged, duplicates, rejected };
}

/** How many rows of each kind an organisation has. */
export const totals = async (orgId: string) => ({
  prospects: await db.prospect.count({ where: { orgId } }),
  companies: await db.company.count({ where: { orgId } }),
  points: await db.contactPoint.count({ where: { orgId } }),
  facts: await db.fact.count({ where: { orgId } }),
  ledger: await db.consentEvent.count({ where: { orgId } }),
  deals: await db.deal.count({ where: { orgId } }),
  changes: await db.stageChange.count({ where: { orgId } }),
});
