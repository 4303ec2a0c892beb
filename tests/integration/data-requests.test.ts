import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import { GET as download } from "#app/preferences/[token]/data/[file]/route.ts";
import { POST as post } from "#app/preferences/[token]/data/ask/route.ts";
import { GET as show } from "#app/preferences/[token]/data/route.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, pool } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { answerRequest } from "#lib/rights/answer-request.ts";
import { askFor } from "#lib/rights/ask-for.ts";
import { extendRequest } from "#lib/rights/extend-request.ts";
import { findHeldByToken } from "#lib/rights/held-queries.ts";
import { findRequest, listOpenRequestsOf, listRequests } from "#lib/rights/queries.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { aLink } from "#tests/factories/links.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";
import { day, later, logged } from "#tests/factories/touches.ts";

async function aHouse() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const rep = await aMember(organisation);
  const admin = await aMember(organisation, { role: "admin" });
  const prospect = await aProspect(rep);
  const token = await aLink(prospect);
  return { organisation, rep, admin, prospect, token, guest: (await openLink(token, testNow))! };
}

const plan = (actor: Actor, prospectId: string) =>
  planFollowUp(aContext(actor), {
    plan: {
      ...{ prospectId, channel: "email", at: later(day), ask: "reply", answersObjectionId: null, urgentFactId: null },
      offer: { kind: "news", assetId: null, text: "The audit rule for cold rooms changed on Monday" },
      ...{ helps: "It changes what the next audit asks of their cold rooms", draft: "Dear Ana, the rule changed. No reply needed." },
      basis: { kind: "work_role", note: "Public role" },
    },
    clientKey: randomUUID(),
  });

const send = (token: string, fields: Record<string, string>) =>
  post(new Request(`http://127.0.0.1/preferences/${token}/data/ask`, { method: "POST", body: new URLSearchParams(fields) }), {
    params: Promise.resolve({ token }),
  });

const open = (token: string, query = "", language = "en") =>
  show(new Request(`http://127.0.0.1/preferences/${token}/data${query}`, { headers: { "accept-language": language } }), {
    params: Promise.resolve({ token }),
  });

const take = (token: string, file: string) => download(new Request("http://127.0.0.1/"), { params: Promise.resolve({ token, file }) });

describe("what is held, at one's own link", () => {
  test("is told without a colleague's notes, scores or anybody else's name, and reading it changes nothing", async () => {
    const { rep, prospect, token, organisation } = await aHouse();
    const colleague = await aMember(organisation, { name: "Somebody Else" });
    await logged(colleague, prospect.id, { body: "INTERNAL she sounded tired", theySaid: null });
    await logged(rep, prospect.id, { direction: "in", disposition: "asked_question", theySaid: "Does it log at minus eighty?" });
    await db.fact.create({
      data: {
        ...{ orgId: rep.orgId, id: randomUUID(), prospectId: prospect.id, label: "Reads", value: "Audit news", origin: "observed" },
        originNote: "INTERNAL seen on her desk",
      },
    });
    await db.opportunityAssessment.create({
      data: {
        orgId: rep.orgId,
        id: randomUUID(),
        prospectId: prospect.id,
        fit: 93,
        stake: "high",
        homework: "some",
        timelineSource: "INTERNAL",
      },
    });
    await plan(rep, prospect.id);

    const before = await fingerprint();
    for (let round = 0; round < 50; round += 1)
      await Promise.all([open(token, "?done=erase&sure=erase"), take(token, "my-data.json"), take(token, "my-data.csv")]);
    expect(await fingerprint()).toEqual(before);

    const shown =
      JSON.stringify(await findHeldByToken(token, testNow)) +
      (await (await take(token, "my-data.json")).text()) +
      (await (await take(token, "my-data.csv")).text());
    const page = await (await open(token)).text();
    expect(page).not.toMatch(/<script|INTERNAL|Somebody Else/);
    expect(page).toContain("Does it log at minus eighty?");
    expect(await (await open(token, "", "de-AT, en;q=0.5")).text()).toContain('<html lang="de">');
    for (const told of ["Does it log at minus eighty?", "Audit news", prospect.email!, prospect.phone!, rep.name])
      expect(shown).toContain(told);
    for (const ours of ["INTERNAL", "Somebody Else", "timelineSource", '"fit"', '"bar"', rep.userId]) expect(shown).not.toContain(ours);
  });

  test("is all of it: what they chose, said and were given, what was agreed and is planned, and the mails (GDPR Art. 15)", async () => {
    const { organisation, rep, admin, prospect, token, guest } = await aHouse();
    const ids = { orgId: rep.orgId, prospectId: prospect.id };
    const planned = await plan(rep, prospect.id);
    expect(planned).toMatchObject({ ok: true });
    const assetId = randomUUID();
    await db.valueAsset.create({ data: { orgId: rep.orgId, id: assetId, kind: "article", title: "Annex 11 in short", topics: [] } });
    const { id: touchpointId } = await logged(rep, prospect.id, { offer: { kind: "asset", assetId, text: null } });
    await db.assetShare.updateMany({ where: { touchpointId }, data: { reaction: "not_useful", reactedAt: testNow } });
    await db.objection.create({ data: { ...ids, id: randomUUID(), kind: "timing", words: "Not before the audit", at: testNow } });
    const step = { ...ids, owedBy: "them", dueOn: new Date("2026-12-01"), createdAt: testNow };
    await db.nextStep.create({ data: { ...step, id: randomUUID(), what: "The auditor's list", agreed: true, correction: "In July" } });
    await db.nextStep.create({ data: { ...step, id: randomUUID(), what: "INTERNAL our hope" } });
    await db.communicationPreference.create({
      data: {
        ...{ ...ids, version: 1, channels: [], channelsSaid: false, days: [], timeZone: "Europe/Lisbon", topics: ["audits"] },
        ...{
          refusedTopics: ["prices"],
          language: "de",
          callBackOn: new Date("2027-05-03"),
          bridge: 2,
          saidBy: "person",
          createdAt: testNow,
        },
      },
    });
    await db.opportunityAssessment.create({
      data: { ...ids, id: randomUUID(), fit: 93, stake: "high", homework: "some", decisionOn: new Date("2027-03-01") },
    });
    await askFor(guest, { ask: "correct", about: "Work", right: "Head of quality" });
    const { id: requestId } = await db.dataRequest.findFirstOrThrow({ where: ids });
    await answerRequest(aContext(admin), { requestId, as: "done", answer: "", sure: false, also: [] });

    const all = JSON.parse(await (await take(token, "my-data.json")).text()) as object;
    expect(all).toMatchObject({
      organisation: organisation.name,
      person: { subscriberKind: "corporate" },
      assessment: { stake: "high", decisionOn: "2027-03-01" },
      terms: [{ timeZone: "Europe/Lisbon", topics: ["audits"], refusedTopics: ["prices"], language: "de", bridge: 2 }],
      reactions: [{ title: "Annex 11 in short", reaction: "not_useful", saidBy: "person" }],
      objections: [{ kind: "timing", words: "Not before the audit" }],
      steps: [{ what: "The auditor's list", owedBy: "them", dueOn: "2026-12-01", correction: "In July" }],
      planned: [{ channel: "email", on: "2026-11-19", offer: "news" }],
      mails: [{ kind: "data-request", state: "queued" }],
    });
    const page = await (await open(token)).text();
    const csv = await (await take(token, "my-data.csv")).text();
    for (const told of ["Annex 11 in short", "Not before the audit", "In July", "audits", "prices"])
      for (const place of [page, csv]) expect(place).toContain(told);
    expect(page + csv + JSON.stringify(all)).not.toMatch(/INTERNAL|"fit"|the audit asks of their cold rooms/);
  });

  /** The size of every table, and when rows changed last. */
  async function fingerprint() {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const counts = [];
    for (const { name } of rows)
      counts.push((await pool.query(`SELECT '${name}' AS name, count(*), max(xmin::text::bigint) FROM ${name}`)).rows[0]);
    return counts;
  }

  test("is taken away as a file, private, with cells that begin like a formula neutralised", async () => {
    const { rep, prospect, token } = await aHouse();
    await logged(rep, prospect.id, { direction: "in", disposition: "replied", theySaid: "fine" });
    await db.fact.create({
      data: { orgId: rep.orgId, id: randomUUID(), prospectId: prospect.id, label: '=HYPERLINK("x")', value: "+1+1", origin: "told_us" },
    });
    const csv = await take(token, "my-data.csv");
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="my-data.csv"');
    expect(csv.headers.get("cache-control")).toContain("no-store");
    const text = await csv.text();
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain("'+1+1");
    for (const wrong of ["other.csv", "toString", "__proto__"]) expect((await take(token, wrong)).status).toBe(404);
    expect((await take("x".repeat(64), "my-data.json")).status).toBe(404);
  });
});

describe("a request", () => {
  test("to correct is kept with what is right and the day it is due; the record is not touched by itself", async () => {
    const { rep, admin, prospect, token } = await aHouse();
    const fields = { ask: "correct", about: "Name", right: "Ana M. Montenegro" };
    for (let press = 0; press < 3; press += 1) expect((await send(token, fields)).headers.get("location")).toMatch(/\/data\?done=correct$/);
    const [request, ...more] = await db.dataRequest.findMany({ where: { prospectId: prospect.id } });
    expect(more).toEqual([]);
    expect(request).toMatchObject({
      kind: "correct",
      state: "open",
      cameBy: "page",
      about: "Name",
      words: "Ana M. Montenegro",
      law: "GDPR",
    });
    expect((await db.prospect.findFirstOrThrow({ where: { id: prospect.id } })).name).toBe(prospect.name);
    const notices = await db.notice.findMany({ where: { prospectId: prospect.id, kind: "correct" } });
    expect(notices.map(({ userId }) => userId).toSorted()).toEqual([rep.userId, admin.userId].toSorted());
    expect(await send(token, { ask: "correct", about: " ", right: "x" })).toMatchObject({ status: 303 });
    expect((await send(token, { ask: "correct", about: "", right: "x" })).headers.get("location")).toContain("problem=invalid");
  });

  test("to be erased needs the second yes, is due in a month, and ends all contact at once", async () => {
    const { rep, prospect, token, guest } = await aHouse();
    expect((await plan(rep, prospect.id)).ok).toBe(true);
    expect((await send(token, { ask: "erase" })).headers.get("location")).toContain("problem=invalid");
    expect(await db.dataRequest.count({ where: { prospectId: prospect.id } })).toBe(0);

    const outcomes = await Promise.all([1, 2, 3, 4].map(() => askFor(guest, { ask: "erase", sure: "yes" })));
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.isNew).filter(Boolean)).toHaveLength(1);
    expect(await db.dataRequest.findMany({ where: { prospectId: prospect.id } })).toMatchObject([
      { kind: "erase", dueOn: new Date("2026-12-18T00:00:00Z"), state: "open" },
    ]);
    expect(await db.followUp.findMany({ where: { prospectId: prospect.id } })).toMatchObject([{ state: "held" }]);
    expect(await db.consentEvent.findMany({ where: { prospectId: prospect.id, status: "objected" } })).toMatchObject([
      { saidBy: "person", channel: "any", wordingVersion: "2026-11-27" },
    ]);
    expect(await db.notice.findFirstOrThrow({ where: { prospectId: prospect.id, userId: rep.userId } })).toMatchObject({
      kind: "erase",
      data: { day: "2026-12-18", held: [{ channel: "email", reason: expect.stringContaining("stop") }] },
    });
  });

  test("heard by mail or phone is written down by whoever sees the record, and by nobody else", async () => {
    const { rep, prospect, organisation } = await aHouse();
    const said = { prospectId: prospect.id, kind: "object" as const, cameBy: "phone" as const, words: "No more calls from any of you" };
    const { rep: stranger } = await aHouse();
    const otherTeam = await aMember(organisation, { team: await aTeam(organisation) });
    for (const actor of [stranger, otherTeam]) {
      expect(await recordRequest(aContext(actor), said)).toMatchObject({ problem: { code: "not-found" } });
      expect(await listOpenRequestsOf(aContext(actor), prospect.id)).toEqual([]);
    }
    expect(await recordRequest(aContext(rep), said)).toMatchObject({ ok: true });
    expect(await listOpenRequestsOf(aContext(rep), prospect.id)).toMatchObject([
      { kind: "object", recordedBy: rep.name, dueOn: "2026-12-18" },
    ]);
    expect((await db.prospect.findFirstOrThrow({ where: { id: prospect.id } })).stoppedAt).toEqual(testNow);
  });

  test("stands in the admins' queue by the day it is due, what is overdue shown; others see no queue", async () => {
    const { rep, admin, prospect, organisation } = await aHouse();
    const american = await aProspect(rep, { country: "US", region: "CA" });
    await recordRequest(aContext(rep), { prospectId: american.id, kind: "export", cameBy: "mail", words: "Send me my data" });
    await recordRequest(aContext(rep), { prospectId: prospect.id, kind: "export", cameBy: "mail", words: "Send me my data" });
    const { rows: queue } = await listRequests(aContext(admin, later(35 * day)), "open");
    expect(queue.map(({ prospectId, law, dueOn, isOverdue }) => [prospectId, law, dueOn, isOverdue])).toEqual([
      [prospect.id, "GDPR", "2026-12-18", true],
      [american.id, "CCPA", "2027-01-02", false],
    ]);
    for (const actor of [rep, await aMember(organisation, { role: "manager" })]) {
      expect((await listRequests(aContext(actor), "open")).rows).toEqual([]);
      expect(await findRequest(aContext(actor), queue[0]!.id)).toBeNull();
    }
    const { admin: stranger } = await aHouse();
    expect(await findRequest(aContext(stranger), queue[0]!.id)).toBeNull();
    expect(await findRequest(aContext(admin), queue[0]!.id)).toMatchObject({ going: { addresses: 2, namesakes: [] } });
  });

  test("is refused only on a ground of the law, and extended once, with a reason; both are told to the person", async () => {
    const { admin, rep, token, guest } = await aHouse();
    await askFor(guest, { ask: "correct", about: "Work", right: "Head of quality" });
    const { id: requestId } = await db.dataRequest.findFirstOrThrow({ where: { orgId: admin.orgId } });
    const extend = (actor: Actor) => extendRequest(aContext(actor), { requestId, because: "We ask the former colleague first" });
    expect(await extend(rep)).toMatchObject({ problem: { code: "forbidden" } });
    expect(await extend(admin)).toEqual({ ok: true, value: { dueOn: "2027-02-18" } });
    expect(await extend(admin)).toMatchObject({ problem: { code: "conflict" } });

    const refuse = (actor: Actor) =>
      answerRequest(aContext(actor), { requestId, as: "refused", ground: "right-already", answer: "Your site says the same today." });
    expect(await refuse(rep)).toMatchObject({ problem: { code: "forbidden" } });
    expect(await refuse(admin)).toMatchObject({ ok: true });
    expect(await refuse(admin)).toMatchObject({ ok: true });
    expect(await answerRequest(aContext(admin), { requestId, as: "done", answer: "", sure: false, also: [] })).toMatchObject({
      problem: { code: "conflict" },
    });
    expect(await findHeldByToken(token, testNow)).toMatchObject({
      held: {
        requests: [
          { state: "refused", ground: "right-already", answer: "Your site says the same today.", extendedBecause: expect.any(String) },
        ],
      },
    });
    expect(await db.event.count({ where: { subjectId: requestId } })).toBe(3);
    const mails = await db.mail.findMany({ where: { orgId: admin.orgId, kind: "data-request" }, orderBy: { createdAt: "asc" } });
    expect(mails).toHaveLength(2);
    const told = mails.map(({ text }) => text).join();
    for (const part of [
      "We ask the former colleague first",
      "18 February 2027",
      "what we hold is right as it is",
      "Your site says the same today.",
      "/data",
    ])
      expect(told).toContain(part);
  });
});
