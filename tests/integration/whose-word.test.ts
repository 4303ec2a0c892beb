import { expect, test } from "vitest";

import { POST } from "#app/preferences/[token]/choose/route.ts";
import { GET } from "#app/preferences/[token]/route.ts";
import { db } from "#lib/platform/db.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { mailLostLinks } from "#lib/preferences/lost-link.ts";
import { mayNotReach } from "#lib/preferences/may-ask.ts";
import { NoteTerms, noteTerms } from "#lib/preferences/note-terms.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { aLink } from "#tests/factories/links.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const yes = { action: "save", channels: ["email", "phone"], rate: "any", days: [], hours: { when: "any" }, timeZone: "Europe/Lisbon" };
const refused = { ok: false, problem: { code: "conflict", sentence: "ownMailbox" } };
const heard = { ok: true, value: { changed: true } };

const choose = async (token: string, choice: object, now = testNow) =>
  choosePreferences((await openLink(token, now))!, Choice.parse(choice));

async function aStopped() {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  const theirs = await aLink(prospect);
  expect(await choose(theirs, { action: "stop" })).toMatchObject(heard);
  return { rep, prospect, theirs };
}

test.each([
  ["handed over", null],
  ["mailed to an address that came on the record after the stop", minutes(5)],
])("a link that was %s takes no stop back; one to their own mailbox does (C4)", async (_name, addressSince) => {
  const { prospect, theirs } = await aStopped();
  const doubtful = await aLink(prospect, { addressSince });
  for (const choice of [yes, { action: "undo-stop" }]) expect(await choose(doubtful, choice, minutes(9))).toEqual(refused);
  expect(await db.consentEvent.count({ where: { prospectId: prospect.id, status: { in: ["express", "undone"] } } })).toBe(0);
  expect(await choose(theirs, yes, minutes(20))).toMatchObject(heard);
});

test("a no to one channel is not taken back by such a link either, and a slip on it is", async () => {
  const prospect = await aProspect(await aMember(await anOrganisation()));
  const handed = await aLink(prospect, { addressSince: null });
  await choose(handed, { action: "stop-channel", channel: "phone" });
  expect(await choose(handed, { action: "allow-channel", channel: "phone" }, minutes(1))).toEqual(refused);
  expect(await choose(handed, yes, minutes(1))).toEqual(refused);
  const other = await aProspect(await aMember(await anOrganisation()));
  const own = await aLink(other, { addressSince: null });
  await choose(own, { action: "stop" });
  expect(await choose(own, { action: "undo-stop" }, minutes(3))).toMatchObject(heard);
});

test("an address taken off the record gets no link, and no message that was written before", async () => {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  const place = { orgId: rep.orgId, now: testNow };
  const mail = { prospectId: prospect.id, to: prospect.email! };
  expect(await inTransaction(place, (at) => mayNotReach(at, mail))).toBeNull();
  await db.contactPoint.updateMany({ where: { prospectId: prospect.id, kind: "email" }, data: { invalidAt: testNow } });
  expect(await inTransaction(place, (at) => mayNotReach(at, mail))).toContain("no longer on their record");
  await mailLostLinks({ now: testNow }, { email: prospect.email!, languages: null });
  expect(await db.preferenceLink.count({ where: { prospectId: prospect.id } })).toBe(0);
});

test("somebody else's yes behind the same number does not lift a stop (C4)", async () => {
  const { rep, prospect } = await aStopped();
  const neighbour = await aProspect(rep, { phone: prospect.phone });
  await choose(await aLink(neighbour), yes, minutes(30));
  const { suppressed } = await inTransaction({}, ({ tx }) => readDossier(tx, rep.orgId, prospect.id, { now: minutes(31) }));
  expect(suppressed).toContain("phone");
  expect(await db.suppression.count({ where: { prospectId: prospect.id, liftedAt: null } })).toBe(2);
});

test("behind a shared mailbox nobody ends another's pause or stop; what one began under all names, one ends under all (C3, C4)", async () => {
  const rep = await aMember(await anOrganisation());
  const one = await aProspect(rep);
  const other = await aProspect(rep, { email: one.email, phone: null });
  const [ones, others] = [await aLink(one), await aLink(other)];
  const paused = async ({ id }: { id: string }) =>
    (await db.communicationPreference.findFirst({ where: { prospectId: id }, orderBy: { version: "desc" } }))?.pausedUntil ?? null;

  await choose(ones, { action: "pause", for: "1-month" });
  expect(await paused(other)).toEqual(await paused(one));
  await choose(ones, { action: "resume" }, minutes(1));
  expect([await paused(one), await paused(other)]).toEqual([null, null]);

  await choose(others, { action: "pause", for: "2-weeks" }, minutes(2));
  await choose(ones, { action: "pause", for: "1-month" }, minutes(3));
  await db.communicationPreference.create({
    data: {
      orgId: rep.orgId,
      prospectId: other.id,
      version: 90,
      channels: [],
      channelsSaid: false,
      days: [],
      pausedUntil: new Date("2027-05-01"),
      saidBy: "person",
      createdAt: minutes(4),
    },
  });
  await choose(ones, { action: "resume" }, minutes(5));
  expect([await paused(one), await paused(other)]).toEqual([null, new Date("2027-05-01T00:00:00Z")]);
});

test("what a colleague noted stays a note beside a pause of theirs, and becomes their word when they save it (C1, C9)", async () => {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  const note = {
    prospectId: prospect.id,
    words: "Mail only",
    method: "call",
    channels: ["email"],
    rate: "any",
    days: [],
    hours: { when: "any" },
  };
  expect(await noteTerms(aContext(rep), NoteTerms.parse(note))).toMatchObject({ ok: true });
  const link = await aLink(prospect);
  const latest = () => db.communicationPreference.findFirst({ where: { prospectId: prospect.id }, orderBy: { version: "desc" } });
  for (const minute of [1, 2]) await choose(link, { action: "pause", for: "2-weeks" }, minutes(minute));
  expect(await latest()).toMatchObject({ version: 2, saidBy: "rep", channels: ["email"] });
  await choose(link, { ...yes, channels: ["email"] }, minutes(3));
  expect(await latest()).toMatchObject({ version: 3, saidBy: "person", channels: ["email"] });
});

test("who is refused so is told how to show that it is them", async () => {
  const { prospect } = await aStopped();
  const token = await aLink(prospect, { addressSince: null });
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "null", "x-forwarded-for": "192.0.2.78" };
  const body = "action=save&channels%5B%5D=email&rate=any&hours.when=any&timeZone=UTC&lang=de";
  const params = { params: Promise.resolve({ token }) };
  const answer = await POST(new Request(`http://127.0.0.1/preferences/${token}/choose`, { method: "POST", headers, body }), params);
  const page = await GET(new Request(new URL(answer.headers.get("location")!, "http://127.0.0.1")), params);
  expect(await page.text()).toContain("Dafür müssen wir sicher sein, dass Sie es sind.");
});
