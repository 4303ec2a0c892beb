import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

import { readToken } from "#lib/platform/ids.ts";
import { db } from "#lib/platform/db.ts";
import { capture } from "#lib/platform/scripts/run.ts";

const demoLink = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "tactful-seed-")), "link");
const seed = () =>
  capture("tsx", ["--conditions=react-server", "prisma/seed.ts"], { DATABASE_URL: process.env.DATABASE_URL!, DEMO_LINK: demoLink });

async function contents() {
  const { id: orgId } = await db.organisation.findFirstOrThrow({ where: { name: "Aldermoor Instruments" }, select: { id: true } });
  const where = { where: { orgId } };
  const counts = await Promise.all([
    db.prospect.count(where),
    db.touchpoint.count(where),
    db.consentEvent.count(where),
    db.followUp.count(where),
    db.event.count(where),
  ]);
  const planned = await db.followUp.groupBy({ by: ["state"], _count: true, ...where });
  return { orgId, counts, states: planned.map(({ state }) => state).toSorted() };
}

test("the demo is told once, and a second seeding changes nothing", { timeout: 120_000 }, async () => {
  const first = await seed();
  expect(first.output).toBe("");
  const told = await contents();
  expect(told.counts[0]).toBe(60);
  expect(told.states).toEqual(["held", "scheduled"]);

  const token = fs.readFileSync(demoLink, "utf8");
  expect(readToken(token)?.orgId).toBe(told.orgId);
  expect((await seed()).status).toBe(0);
  expect(await contents()).toEqual(told);
  expect(fs.readFileSync(demoLink, "utf8")).toBe(token);
});
