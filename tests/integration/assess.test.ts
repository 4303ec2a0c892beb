import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";

import { recordConsent } from "#lib/consent/record-consent.ts";
import { db } from "#lib/platform/db.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { archiveProspect } from "#lib/prospects/archive-prospect.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { assessFollowUp } from "#lib/scoring/assess-follow-up.ts";
import { Assess } from "#lib/scoring/assess.ts";
import pushy from "#lib/scoring/examples/pushy.json" with { type: "json" };
import welcome from "#lib/scoring/examples/welcome.json" with { type: "json" };
import { aKey, assessBy, assessManyBy } from "#tests/factories/keys.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam } from "#tests/factories/records.ts";
import { later } from "#tests/factories/touches.ts";

const there = await anOrganisation();
const admin = await aMember(there, { role: "admin" });
const maya = await aMember(there);
const femke = await aMember(there, { team: await aTeam(there) });
const elsewhere = await aMember(await anOrganisation(), { role: "admin" });
const prospect = await aProspect(maya);
const { key } = await aKey(admin, maya);

const day = 86_400_000;
const aPlan = (over = {}) => ({
  channel: "email",
  at: new Date(Date.now() + day).toISOString(),
  ask: "reply",
  offer: { kind: "news", assetId: null, text: "The audit rule for cold rooms changed on Monday" },
  helps: "It changes what the next audit asks of their cold rooms",
  draft: "Dear Ana, the rule changed. No reply needed.",
  basis: { kind: "work_role", note: "Public role" },
  ...over,
});
const about = (prospectId: string, over = {}) => ({ plan: aPlan(over), prospectId });

type Answer = { index: number; verdict?: { kind: string }; problem?: { code: string; fields?: Record<string, string[]> } };
const answersOf = async (response: Response) => ((await response.json()) as { answers: Answer[] }).answers;

beforeEach(() => db.rateLimit.deleteMany());

describe("a plan for somebody on record", () => {
  test("is judged, with everything declared and nothing else", async () => {
    const response = await assessBy(key, about(prospect.id));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const verdict = (await response.json()) as Record<string, unknown>;
    const parts = "kind headline sentence explanation value consent cadence reasons hits nextAllowedAt bestAt rank policyVersion judgedAt";
    expect(Object.keys(verdict).toSorted()).toEqual(parts.split(" ").toSorted());
    expect(JSON.stringify(verdict)).not.toMatch(/limits|override/);
  });

  test.each<[string, Record<string, unknown>]>([
    ["that is welcome", {}],
    ["that brings nothing", { offer: { kind: "none", assetId: null, text: "" } }],
    ["without a basis", { basis: null }],
    ["that checks in", { draft: "Just checking in", helps: "" }],
    ["by text message", { channel: "sms" }],
  ])("one %s gets the verdict that planning it gets", async (_what, over) => {
    const person = await aProspect(maya);
    const asked = Assess.parse(about(person.id, { ...over, at: later(day).toISOString() }));
    const answer = await assessFollowUp(aContext(maya), asked);
    const planned = await planFollowUp(aContext(maya), { plan: { ...asked.plan, prospectId: person.id }, clientKey: randomUUID() });
    const decision = await db.gateDecision.findFirstOrThrow({ where: { orgId: there.id, prospectId: person.id } });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    expect(decision.verdict).toBe(answer.value.kind);
    const { kind, reasons } = answer.value;
    expect(planned).toMatchObject(kind === "allow" ? { ok: true } : { ok: false, problem: { code: "refused", reasons } });
  });

  test("who asked us to stop is never allowed", async () => {
    const person = await aProspect(maya);
    const stop = { prospectId: person.id, channel: "any", status: "objected", saidBy: "person", method: "email" } as const;
    await inTransaction(aContext(maya), ({ tx, now }) => recordConsent({ tx, orgId: there.id, actorId: null, now }, [stop]));
    const plan = { ...aPlan(), at: new Date(Math.max(Date.now(), later(day).getTime()) + day).toISOString() };
    expect(await (await assessBy(key, { plan, prospectId: person.id })).json()).toMatchObject({ kind: "block", consent: { passes: "no" } });
  });

  test("whom the key may not see is nobody: another team's, another organisation's, archived and unknown alike", async () => {
    const archived = await aProspect(maya);
    await archiveProspect(aContext(maya), { prospectId: archived.id });
    const unseen = [(await aProspect(femke)).id, (await aProspect(elsewhere)).id, archived.id, randomUUID()];
    const answers = await Promise.all(unseen.map(async (id) => (await assessBy(key, about(id))).text()));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("not-found");
    expect((await assessManyBy(key, { items: unseen.map((id) => about(id)) }).then(answersOf)).map(({ problem }) => problem?.code)).toEqual(
      Array(4).fill("not-found"),
    );
    const managers = await aKey(admin);
    expect((await assessBy(managers.key, about(unseen[0]!))).status).toBe(200);
    expect((await assessBy(managers.key, about(unseen[1]!))).status).toBe(404);
  });
});

describe("a plan with a dossier", () => {
  test("is judged as of the instant it names, by holidays of their country", async () => {
    const response = await assessBy(key, welcome);
    expect(await response.json()).toMatchObject({ kind: "allow", judgedAt: "2026-11-02T09:00:00.000Z" });
  });

  test("a touch to come is told by its place", async () => {
    const touches = [{ ...welcome.dossier.touches[0], at: "2027-01-01T00:00:00Z" }];
    const response = await assessBy(key, { ...welcome, dossier: { ...welcome.dossier, touches } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "invalid",
      fields: { "dossier.touches.0.at": ["This touch lies in the future."] },
    });
  });
});

describe("what cannot be read", () => {
  test.each<[string, BodyInit, number, string]>([
    ["no JSON", "{", 400, "malformed"],
    ["nothing", "", 400, "malformed"],
    ["JSON, a hundred thousand deep", "[".repeat(100_000) + "]".repeat(100_000), 422, "invalid"],
    ["a list", "[]", 422, "invalid"],
    ["more than 1 MB", JSON.stringify({ ...welcome, more: "x".repeat(1_000_000) }), 413, "too-large"],
  ])("%s", async (_what, body, status, code) => {
    const response = await assessBy(key, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, sentence: expect.stringMatching(/\.$/) });
  });

  test("a body without an end is read no further than its limit", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    expect((await assessBy(key, body)).status).toBe(413);
    expect(sent).toBeLessThan(1_200_000);
  });
});

describe("a batch", () => {
  test("of a thousand is answered one by one, in order", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => aProspect(maya)));
    const kinds = (i: number) => [about(people[i % 20]!.id), welcome, pushy, { plan: {} }, about(randomUUID())][i % 5];
    const response = await assessManyBy(key, { items: Array.from({ length: 1_000 }, (_, i) => kinds(i)) });
    expect(response.status).toBe(200);
    const answers = await answersOf(response);
    expect(answers.map(({ index }) => index)).toEqual(Array.from({ length: 1_000 }, (_, i) => i));
    expect(answers.slice(0, 5).map(({ verdict, problem }) => (verdict ? "judged" : problem?.code))).toEqual([
      "judged",
      "judged",
      "judged",
      "invalid",
      "not-found",
    ]);
    expect(answers[3]!.problem!.fields).toHaveProperty(["plan.channel"]);
  });

  test("of 1,001, or of none, is refused as a whole", async () => {
    for (const length of [0, 1_001]) {
      const response = await assessManyBy(key, { items: Array.from({ length }, () => welcome) });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ fields: { items: [expect.any(String)] } });
    }
  });
});

test("asking writes nothing but that the key was used", async () => {
  const before = await fingerprints();
  await assessBy(key, about(prospect.id));
  await assessBy(key, about(prospect.id, { offer: { kind: "none", assetId: null, text: "" } }));
  await assessBy(key, welcome);
  await assessManyBy(key, { items: [about(prospect.id), welcome, {}] });
  expect(await fingerprints()).toEqual(before);
});

/** Every table by its rows' contents. */
async function fingerprints(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const prints = tables
    .filter(({ name }) => !["ApiKey", "RateLimit"].includes(name))
    .map(async ({ name }) => {
      const [row] = await db.$queryRawUnsafe<{ print: string }[]>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM "${name}" t`,
      );
      return [name, row!.print] as const;
    });
  return Object.fromEntries(await Promise.all(prints));
}
