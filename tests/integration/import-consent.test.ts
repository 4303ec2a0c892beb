import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";

import { hashAddress } from "#lib/consent/hash-address.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, pool } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { runImport } from "#lib/transfer/run-import.ts";
import { startImport } from "#lib/transfer/start-import.ts";
import { counts, startFile, takeFile, text, totals, value } from "#tests/factories/imports.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

afterAll(() => closeQueue(1));

const plan = async (actor: Actor, prospectId: string) => {
  const when = {
    channel: "email" as const,
    at: new Date("2026-11-19T09:00:00Z"),
    ask: "reply" as const,
    answersObjectionId: null,
    urgentFactId: null,
  };
  const why = {
    offer: { kind: "news" as const, assetId: null, text: "The audit rule for cold rooms changed on Monday" },
    helps: "It changes what the next audit asks of their cold rooms",
    draft: "Dear Ana, the rule changed. No reply needed.",
    basis: { kind: "work_role" as const, note: "Public role" },
  };
  value(await planFollowUp(aContext(actor), { plan: { prospectId, ...when, ...why }, clientKey: randomUUID() }));
};

const ledgerOf = async (prospectId: string) =>
  (await db.consentEvent.findMany({ where: { prospectId, status: "objected" }, orderBy: { channel: "asc" } })).map(
    ({ channel }) => channel,
  );

const suppressions = async (orgId: string) =>
  (await db.suppression.findMany({ where: { orgId, liftedAt: null } }))
    .map(({ kind, channel, hash }) => `${kind} ${channel} ${hash}`)
    .toSorted();

describe("a stop in a file", () => {
  test("takes what was planned off the schedule", async () => {
    const maya = await aMember(await anOrganisation());
    await plan(maya, (await aProspect(maya, { email: "ana@vilar.example" })).id);
    await startFile(maya, await takeFile(maya, text("Email,Email Opt Out\nana@vilar.example,TRUE")));
    expect(await db.followUp.findFirstOrThrow({ where: { orgId: maya.orgId } })).toMatchObject({ state: "held" });
    expect(await db.notice.findMany({ where: { orgId: maya.orgId } })).toMatchObject([
      { kind: "stopped", userId: maya.userId, data: { by: "import", held: [{ channel: "email" }] } },
    ]);
    expect((await db.prospect.findFirstOrThrow({ where: { orgId: maya.orgId } })).nextAt).toBeNull();
  });

  test("and its hold are one: where the server goes away between them neither is kept, and the next try does both", async () => {
    const maya = await aMember(await anOrganisation());
    await plan(maya, (await aProspect(maya, { email: "ana@vilar.example" })).id);
    const importId = await takeFile(maya, text("Email,Email Opt Out\nana@vilar.example,TRUE"));
    value(await startImport(aContext(maya), { importId }));
    const job = { orgId: maya.orgId, importId, step: "run" as const };
    await db.$executeRawUnsafe(`CREATE FUNCTION fail_hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`);
    await db.$executeRawUnsafe(
      `CREATE TRIGGER fail_hold BEFORE INSERT ON "Event" FOR EACH ROW WHEN (NEW."orgId" = '${maya.orgId}' AND NEW.kind = 'follow-up.held') EXECUTE FUNCTION fail_hold()`,
    );
    await expect(runImport(job, testNow)).rejects.toThrow("killed");
    await db.$executeRawUnsafe(`DROP TRIGGER fail_hold ON "Event"`);
    expect(await counts(maya, importId)).toMatchObject({ state: "running" });
    expect(await db.consentEvent.count({ where: { orgId: maya.orgId, status: "objected" } })).toBe(0);
    const states = async () => (await db.followUp.findMany({ where: { orgId: maya.orgId } })).map(({ state }) => state);
    expect(await states()).toEqual(["scheduled"]);
    await runImport(job, testNow);
    expect(await states()).toEqual(["held"]);
  });

  test("counts for people whose rows are not taken: another team's, archived ones, and those named by their key alone", async () => {
    const organisation = await anOrganisation();
    const [north, south] = [await aTeam(organisation, "North"), await aTeam(organisation, "South")];
    const [maya, pat] = [await aMember(organisation, { team: north }), await aMember(organisation, { team: south })];
    const theirs = await aProspect(pat, { email: "ana@vilar.example", phone: null, jobTitle: null });
    const archived = await aProspect(maya, { email: "bea@vilar.example", archivedAt: testNow });
    const known = await aProspect(maya, { email: "caro@vilar.example", externalKey: "recordid:7" });
    await plan(pat, theirs.id);
    const csv = [
      "Record ID,Name,Email,Job Title,Do Not Email,Do Not Call,Do Not Contact",
      ",Ana,ana@vilar.example,Buyer,No,No,No",
      ",Ana,ana@vilar.example,Buyer,Yes,No,No",
      ",Bea,bea@vilar.example,Buyer,No,Yes,Yes",
      "7,,,,Yes,No,No",
    ].join("\n");
    expect(await startFile(maya, await takeFile(maya, text(csv)))).toMatchObject({ created: 0, updated: 0, rejected: 4 });
    expect(await ledgerOf(theirs.id)).toEqual(["email"]);
    expect(await ledgerOf(archived.id)).toEqual(["any", "phone", "sms"]);
    expect(await ledgerOf(known.id)).toEqual(["email"]);
    expect(await db.prospect.findFirstOrThrow({ where: { id: theirs.id } })).toMatchObject({ jobTitle: null, version: 1, stoppedAt: null });
    expect((await db.prospect.findFirstOrThrow({ where: { id: archived.id } })).stoppedAt).toEqual(testNow);
    expect(await db.followUp.findFirstOrThrow({ where: { orgId: organisation.id } })).toMatchObject({ state: "held" });

    const before = { ...(await totals(organisation.id)), suppressions: await suppressions(organisation.id) };
    await startFile(maya, await takeFile(maya, text(csv)));
    expect({ ...(await totals(organisation.id)), suppressions: await suppressions(organisation.id) }).toEqual(before);
  });

  test("outlives the record as a hash and holds others with the same address; a second time adds nothing", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const { hashSalt } = await db.organisation.findUniqueOrThrow({ where: { id: organisation.id } });
    const hash = (kind: "email" | "phone", normalised: string) => hashAddress(hashSalt, kind, normalised);
    const namesake = await aProspect(maya, { name: "Front Desk", email: "office@vilar.example", phone: null });
    await db.contactPoint.create({
      data: {
        ...{ orgId: organisation.id, id: newId(testNow), prospectId: namesake.id, kind: "email", isPrimary: false, createdAt: testNow },
        ...{ value: "ana@vilar.example", normalised: "ana@vilar.example" },
      },
    });
    const ana = await aProspect(maya, { name: "Ana", email: "ana@vilar.example", phone: null, externalKey: "recordid:1" });
    await plan(maya, namesake.id);
    const csv = text(
      "Record ID,Name,Email,Phone,Do Not Email,Do Not Call\n1,Ana,ana@vilar.example,,Yes,No\n2,Bea,bea@vilar.example,+351211234567,No,Yes\n3,Caro,caro@vilar.example,+351211234567,No,No",
    );
    await startFile(maya, await takeFile(maya, csv));
    expect(await ledgerOf(ana.id)).toEqual(["email"]);
    expect(await suppressions(organisation.id)).toEqual(
      [
        `email email ${hash("email", "ana@vilar.example")}`,
        `phone phone ${hash("phone", "+351211234567")}`,
        `phone sms ${hash("phone", "+351211234567")}`,
      ].toSorted(),
    );
    expect(await db.followUp.findFirstOrThrow({ where: { orgId: organisation.id } })).toMatchObject({ state: "held" });

    const before = { ...(await totals(organisation.id)), suppressions: await suppressions(organisation.id) };
    expect(await startFile(maya, await takeFile(maya, csv))).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect({ ...(await totals(organisation.id)), suppressions: await suppressions(organisation.id) }).toEqual(before);
  });

  test("given before leaves the address suppressed, though its record is gone", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const { hashSalt } = await db.organisation.findUniqueOrThrow({ where: { id: organisation.id } });
    const hash = hashAddress(hashSalt, "email", "gone@vilar.example");
    await db.suppression.create({
      data: { orgId: organisation.id, id: newId(testNow), kind: "email", hash, channel: "any", reason: "asked to stop" },
    });
    await startFile(maya, await takeFile(maya, text("Name,Email\nGone Person,Gone@vilar.example\nOther Person,other@vilar.example")));
    const stopped = await db.prospect.findMany({
      where: { orgId: organisation.id, stoppedAt: { not: null } },
      include: { consentEvents: true },
    });
    expect(stopped.map(({ name, consentEvents }) => [name, consentEvents.map(({ channel, status }) => [channel, status])])).toEqual([
      ["Gone Person", [["any", "objected"]]],
    ]);
  });
});

test("an import locks records by their ids, as others do, and neither waits for the other", async () => {
  const maya = await aMember(await anOrganisation());
  const people = [];
  for (let n = 0; n < 5; n += 1) people.push(await aProspect(maya, { email: `person${n}@vilar.example`, jobTitle: null }));
  // written anew in the other order, so that neither the table, as it is read, nor the file has them in the order of their ids
  for (const { id } of people.toReversed()) await db.prospect.updateMany({ where: { orgId: maya.orgId, id }, data: { region: "Porto" } });
  await db.$executeRaw`ANALYZE "Prospect"`;
  const rows = people.toReversed().map(({ email }) => `${email},Buyer`);
  const importId = await takeFile(maya, text(`Email,Job Title\n${rows.join("\n")}`));
  value(await startImport(aContext(maya), { importId }));
  const ids = people.map(({ id }) => id).toSorted();

  const other = await pool.connect();
  const lock = (id: string) => other.query(`SELECT 1 FROM "Prospect" WHERE "orgId" = $1 AND id = $2 FOR NO KEY UPDATE`, [maya.orgId, id]);
  try {
    await other.query("BEGIN");
    await lock(ids[0]!);
    const imported = runImport({ orgId: maya.orgId, importId, step: "run" }, testNow);
    const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await pool.query(waits)).rowCount === 0) await setTimeout(20);
    for (const id of ids.slice(1)) await lock(id);
    await other.query("COMMIT");
    await imported;
  } finally {
    other.release();
  }
  expect(await counts(maya, importId)).toMatchObject({ state: "done", updated: 5 });
});
