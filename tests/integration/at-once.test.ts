import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import { findCalm } from "#lib/insight/calm-queries.ts";
import { markNoticesRead } from "#lib/notices/mark-read.ts";
import { sayNotice } from "#lib/notices/notice.ts";
import { countUnread, findPressing, listNotices } from "#lib/notices/queries.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { changeProspect } from "#lib/schedule/change-prospect.ts";
import { handOverProspect } from "#lib/schedule/hand-over-prospect.ts";
import { judgeDue } from "#lib/schedule/judge-due.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { correctTouch } from "#lib/touches/correct-touch.ts";
import { startFile, takeFile, text } from "#tests/factories/imports.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";
import { aLog, day, later, logged } from "#tests/factories/touches.ts";

async function aHouse() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const owner = await aMember(organisation);
  const colleague = await aMember(organisation);
  return { organisation, owner, colleague, prospect: await aProspect(owner) };
}
type House = Awaited<ReturnType<typeof aHouse>>;

async function plan(actor: Actor, prospectId: string, at = later(2 * day)) {
  const outcome = await planFollowUp(aContext(actor), {
    plan: {
      ...{ prospectId, channel: "email", at, ask: "reply", answersObjectionId: null, urgentFactId: null },
      offer: { kind: "news", assetId: null, text: "The audit rule for cold rooms changed on Monday" },
      ...{ helps: "It changes what the next audit asks of their cold rooms", draft: "Dear Ana, the rule changed. No reply needed." },
      basis: { kind: "work_role", note: "Public role" },
    },
    clientKey: randomUUID(),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
}

const choose = ({ prospect }: Pick<House, "prospect">, choice: object, now = testNow) =>
  choosePreferences({ orgId: prospect.orgId, prospectId: prospect.id, linkId: randomUUID(), now }, Choice.parse(choice));

const days = { channels: ["phone"], rate: "any", days: [], hours: { when: "any" }, timeZone: "Europe/Lisbon" };

/** Every road on which what somebody wants, or what may be done with them, changes; and what their owner is told. */
const roads: Record<string, [kind: string, walk: (house: House) => Promise<unknown>]> = {
  "they pause on their page": ["paused", (house) => choose(house, { action: "pause", for: "1-month" })],
  "they name a day": ["call-back", (house) => choose(house, { action: "call-back", on: "2027-05-18" })],
  "they choose another channel": ["chosen", (house) => choose(house, { action: "save", ...days })],
  "they stop": ["stopped", (house) => choose(house, { action: "stop" })],
  "they stop under another name": [
    "stopped",
    async ({ owner, prospect }) => choose({ prospect: await aProspect(owner, { email: prospect.email }) }, { action: "stop" }),
  ],
  "a colleague hears a stop": [
    "stopped",
    ({ colleague, prospect }) => logged(colleague, prospect.id, { direction: "in", disposition: "asked_to_stop", theySaid: "Stop" }),
  ],
  "a colleague hears a pause": [
    "paused",
    ({ colleague, prospect }) =>
      logged(colleague, prospect.id, { direction: "in", disposition: "asked_to_pause", pausedUntil: "2027-01-04" }),
  ],
  "a colleague hears a no": [
    "changed",
    ({ colleague, prospect }) =>
      logged(colleague, prospect.id, { direction: "in", disposition: "said_no", objection: { kind: "final", words: "We are done" } }),
  ],
  "a touch was told wrongly and was a stop": [
    "stopped",
    async ({ colleague, prospect }) => {
      const { id } = await logged(colleague, prospect.id, { direction: "in", disposition: "out_of_office" });
      const { prospectId: _, ...told } = aLog(prospect.id, { direction: "in", disposition: "asked_to_stop", theySaid: "Stop" });
      const outcome = await correctTouch(aContext(colleague), { ...told, touchpointId: id } as never);
      expect(outcome).toMatchObject({ ok: true });
    },
  ],
  "a file says stop": [
    "stopped",
    async ({ colleague, prospect }) => startFile(colleague, await takeFile(colleague, text(`Email,Email Opt Out\n${prospect.email},TRUE`))),
  ],
  "their record moves under another law": [
    "changed",
    async ({ colleague, prospect }) => {
      const { version } = await db.prospect.findFirstOrThrow({ where: { id: prospect.id } });
      const record = {
        name: prospect.name,
        emails: [prospect.email],
        phones: [],
        country: "DE",
        subscriberKind: "consumer",
        relationship: "cold",
      };
      const outcome = await changeProspect(aContext(colleague), {
        ...blankRecord,
        ...record,
        prospectId: prospect.id,
        version,
        insist: true,
      } as never);
      expect(outcome).toMatchObject({ ok: true });
    },
  ],
};
const blankRecord = {
  givenName: null,
  familyName: null,
  jobTitle: null,
  companyId: null,
  companyName: null,
  timeZone: null,
  region: null,
  language: null,
  source: null,
  linkedin: null,
  address: null,
};

describe("what is planned comes off in the commit of the change, and the owner is told", () => {
  test.each(Object.entries(roads))("%s", async (_name, [kind, walk]) => {
    const house = await aHouse();
    const { owner, prospect } = house;
    await plan(owner, prospect.id);
    await walk(house);
    const [followUp] = await db.followUp.findMany({ where: { prospectId: prospect.id } });
    expect(followUp).toMatchObject({ state: "held", heldAt: testNow, heldReason: expect.stringMatching(/\w+ \w+/) });
    const [told, ...more] = (await listNotices(owner, "")).rows.filter(({ prospectId }) => prospectId === prospect.id);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ kind, readAt: null, data: { held: [{ followUpId: followUp!.id, reason: followUp!.heldReason }] } });
    expect(sayNotice(told!).sentence).toContain("Ana");
    expect(JSON.stringify(told!.data)).not.toContain("Ana");
  });

  test("a remedy comes along: what they chose instead, or from when it fits", async () => {
    const house = await aHouse();
    await plan(house.owner, house.prospect.id);
    await choose(house, { action: "save", ...days });
    expect((await findPressing(house.owner, 3))[0]!.data.held[0]!.remedy).toEqual({ do: "change-channel", channel: "phone" });
    const other = await aHouse();
    await plan(other.owner, other.prospect.id);
    await choose(other, { action: "pause", for: "2-weeks" });
    expect((await findPressing(other.owner, 3))[0]!.data).toMatchObject({ day: "2026-12-02", held: [{ remedy: { do: "move" } }] });
  });

  test("once, not to whoever did it, and to the owner of today", async () => {
    const house = await aHouse();
    const { owner, colleague, prospect } = house;
    for (let press = 0; press < 3; press += 1) await choose(house, { action: "pause", for: "1-month" });
    expect(await countUnread(owner)).toBe(1);
    await handOverProspect(aContext(owner), { prospectId: prospect.id, ownerId: colleague.userId });
    await choose(house, { action: "resume" }, later(60_000));
    expect([await countUnread(owner), await countUnread(colleague)]).toEqual([1, 1]);
    await logged(colleague, prospect.id, { direction: "in", disposition: "asked_to_stop" }, later(120_000));
    expect(await countUnread(colleague)).toBe(1);
    // with a prospect that is another team's now, the news of them goes, too
    const team = await aTeam({ id: owner.orgId });
    await db.prospect.update({ where: { orgId_id: { orgId: owner.orgId, id: prospect.id } }, data: { teamId: team.id } });
    expect([await countUnread(owner), await findPressing(owner, 3)]).toEqual([0, []]);
  });

  test("nothing is told of a change that did not come about", async () => {
    const house = await aHouse();
    await db.$executeRawUnsafe(
      `CREATE FUNCTION fail_${house.owner.userId.replaceAll("-", "")}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`,
    );
    await db.$executeRawUnsafe(
      `CREATE TRIGGER fail_notice AFTER INSERT ON "Notice" FOR EACH ROW WHEN (NEW."orgId" = '${house.owner.orgId}') EXECUTE FUNCTION fail_${house.owner.userId.replaceAll("-", "")}()`,
    );
    await expect(choose(house, { action: "stop" })).rejects.toThrow("killed");
    await db.$executeRawUnsafe(`DROP TRIGGER fail_notice ON "Notice"`);
    expect(await db.consentEvent.count({ where: { prospectId: house.prospect.id } })).toBe(0);
    expect(await countUnread(house.owner)).toBe(0);
  });
});

test("whatever falls due is judged again inside its claim: a stop at the same moment leaves nothing on the schedule", async () => {
  for (let round = 0; round < 10; round += 1) {
    const house = await aHouse();
    await plan(house.owner, house.prospect.id, later(day));
    const due = () => judgeDue(later(day + 60_000));
    const stop = () => choose(house, { action: "stop" }, later(day + 60_000));
    await Promise.all(round % 2 ? [due(), stop(), due()] : [stop(), due(), due()]);
    expect(await db.followUp.findMany({ where: { prospectId: house.prospect.id }, select: { state: true } })).toEqual([{ state: "held" }]);
  }
});

test("notices are one's own: a colleague's are neither seen nor marked; marking twice changes nothing", async () => {
  const house = await aHouse();
  await choose(house, { action: "stop" });
  const { id } = (await listNotices(house.owner, "")).rows[0]!;
  const { owner: stranger } = await aHouse();
  for (const actor of [house.colleague, stranger]) {
    expect((await listNotices(actor, "")).rows).toEqual([]);
    for (const noticeId of [id, "all"])
      expect(await markNoticesRead(aContext(actor), { noticeId })).toEqual({ ok: true, value: { read: 0 } });
  }
  expect(await countUnread(house.owner)).toBe(1);
  expect(await markNoticesRead(aContext(house.owner), { noticeId: id })).toEqual({ ok: true, value: { read: 1 } });
  expect(await markNoticesRead(aContext(house.owner, later(day)), { noticeId: "all" })).toEqual({ ok: true, value: { read: 0 } });
  expect((await listNotices(house.owner, "")).rows[0]!.readAt).toEqual(testNow);
  expect(await findPressing(house.owner, 3)).toEqual([]);
});

test("the manager sees who asked for calm, rep by rep, as long as it stands; a rep sees the team's, another house nothing (C3)", async () => {
  const house = await aHouse();
  const { organisation, owner, prospect } = house;
  const manager = await aMember(organisation, { role: "manager" });
  const away = await aMember(organisation, { team: await aTeam(organisation), name: "Away" });
  const [stopped, back, old, imported] = [await aProspect(owner), await aProspect(owner), await aProspect(owner), await aProspect(away)];
  const theirs = await aProspect(away);
  await choose({ prospect: old }, { action: "pause", for: "date", until: "2027-01-04" }, later(-20 * day));
  await choose(house, { action: "pause", for: "1-month" }, later(-2 * day));
  await choose({ prospect: stopped }, { action: "stop" }, later(-day));
  await choose({ prospect: back }, { action: "pause", for: "1-month" });
  await choose({ prospect: back }, { action: "resume" });
  await choose({ prospect: theirs }, { action: "pause", for: "2-weeks" });
  await startFile(away, await takeFile(away, text(`Email,Email Opt Out\n${imported.email},TRUE`)));

  const seen = (await findCalm(aContext(manager))).map(({ prospectId, ownerName, until, ofRep, total }) => [
    prospectId,
    ownerName,
    until,
    ofRep,
    total,
  ]);
  expect(seen).toEqual([
    [stopped.id, owner.name, null, 2, 3],
    [prospect.id, owner.name, "2026-12-16", 2, 3],
    [theirs.id, "Away", "2026-12-02", 1, 3],
  ]);
  expect((await findCalm(aContext(away))).map(({ prospectId }) => prospectId)).toEqual([theirs.id]);
  expect(await findCalm(aContext((await aHouse()).owner))).toEqual([]);
});
