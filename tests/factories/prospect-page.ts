import { randomUUID } from "node:crypto";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { aLink } from "#tests/factories/links.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

/** A prospect with something of everything their page can show, and what of it can be answered. */
export async function aFullPage(organisation?: { id: string }) {
  const rep = await aMember(organisation ?? (await anOrganisation()));
  const prospect = await aProspect(rep, { jobTitle: "Head of quality", language: "en" });
  const { orgId } = rep;
  const theirs = { orgId, prospectId: prospect.id };
  const touchpointId = newId(testNow);
  const touch = { channel: "email", direction: "out", disposition: "sent", offerKind: "asset", timeZone: "Europe/Lisbon" };
  await db.touchpoint.create({ data: { ...theirs, ...touch, id: touchpointId, at: inDays(-90), byId: rep.userId } });
  const assetId = await anAsset(rep, "Cold-chain checklist", ["cold chain", "audits"]);
  const share = await db.assetShare.create({ data: { ...theirs, id: newId(testNow), assetId, touchpointId, at: inDays(-90) } });
  const step = { what: "Compare the protocols", owedBy: "them", dueOn: new Date("2026-12-04"), agreed: true };
  const { id: stepId } = await db.nextStep.create({ data: { ...theirs, id: newId(testNow), ...step, createdById: rep.userId } });
  const fact = { label: "Runs", value: "the Porto half-marathon", origin: "observed", originNote: "Seen by Joost Brink" };
  await db.fact.create({ data: { ...theirs, id: newId(testNow), ...fact, recordedById: rep.userId, recordedAt: testNow } });
  const outcome = await plan(rep, aWelcomePlan(prospect.id, { at: inDays(2) }), { shared: true });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return { rep, prospect, assetId, shareId: share.id, stepId, followUpId: outcome.value.id, token: await aLink(prospect) };
}

export async function anAsset({ orgId }: Actor, title: string, topics: string[]): Promise<string> {
  const id = newId(testNow);
  await db.valueAsset.create({ data: { orgId, id, kind: "article", title, topics, url: `https://library.example/${randomUUID()}` } });
  return id;
}

/** How many rows every table holds, and what stands in those that change in place: the whole database in one value. */
export async function everyRow(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const sums: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ sum: string }[]>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM "${name}" t`,
    );
    sums.push(`${name} ${row!.sum}`);
  }
  return sums.join("\n");
}
