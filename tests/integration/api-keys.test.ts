import { beforeAll, describe, expect, test } from "vitest";

import { changeRole } from "#lib/people/change-role.ts";
import { createApiKey } from "#lib/people/create-api-key.ts";
import { deactivateMember } from "#lib/people/deactivate-member.ts";
import { listApiKeys } from "#lib/people/key-queries.ts";
import { reactivateMember } from "#lib/people/reactivate-member.ts";
import { revokeApiKey } from "#lib/people/revoke-api-key.ts";
import { db } from "#lib/platform/db.ts";
import { newToken } from "#lib/platform/ids.ts";
import welcome from "#lib/scoring/examples/welcome.json" with { type: "json" };
import { aKey, assessBy, assessManyBy } from "#tests/factories/keys.ts";
import { aContext, aMember, anOrganisation } from "#tests/factories/records.ts";

const organisation = await anOrganisation();
const admin = await aMember(organisation, { role: "admin" });
await aMember(organisation, { role: "admin" });
const rep = await aMember(organisation);
const statusOf = async (key: string | null, from?: string) => (await assessBy(key, welcome, { from })).status;

beforeAll(() => db.rateLimit.deleteMany());

describe("a key", () => {
  test("is shown once: what is kept is its hash, and the audit stream knows neither", async () => {
    const { id, key } = await aKey(admin, rep);
    expect(key).toMatch(/^tactful_[A-Za-z0-9_-]{64}$/);
    const row = await db.apiKey.findFirstOrThrow({ where: { orgId: organisation.id, id } });
    expect(row).toMatchObject({ tokenHash: expect.stringMatching(/^[0-9a-f]{64}$/), worksAsId: rep.userId, createdById: admin.userId });
    const events = await db.event.findMany({ where: { orgId: organisation.id, subjectId: id } });
    expect(events.map(({ kind }) => kind)).toEqual(["api-key.created"]);
    expect(JSON.stringify([row, events, await listApiKeys(admin)])).not.toContain(key.slice("tactful_".length));
    expect(await statusOf(key)).toBe(200);
  });

  test("notes its last use, at most once a minute", async () => {
    const { id, key } = await aKey(admin, rep);
    const lastUsed = async () => (await db.apiKey.findFirstOrThrow({ where: { orgId: organisation.id, id } })).lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await assessBy(key, welcome);
    const first = await lastUsed();
    expect(first).not.toBeNull();
    await assessBy(key, welcome);
    expect(await lastUsed()).toEqual(first);
    const longAgo = new Date(Date.now() - 61_000);
    await db.apiKey.updateMany({ where: { orgId: organisation.id, id }, data: { lastUsedAt: longAgo } });
    await assessBy(key, welcome);
    expect((await lastUsed())!.getTime()).toBeGreaterThan(longAgo.getTime());
  });

  test("is refused from the next call on once it is revoked, and for good", async () => {
    const { id, key } = await aKey(admin, rep);
    expect(await statusOf(key)).toBe(200);
    expect(await revokeApiKey(aContext(admin), { keyId: id })).toEqual({ ok: true, value: null });
    expect(await statusOf(key, "192.0.2.40")).toBe(401);
    expect(await revokeApiKey(aContext(admin), { keyId: id })).toMatchObject({ problem: { code: "not-found" } });
    expect((await listApiKeys(admin)).rows.map((row) => row.id)).not.toContain(id);
    const undo = db.$executeRaw`UPDATE "ApiKey" SET "revokedAt" = NULL WHERE id = ${id}::uuid`;
    await expect(undo).rejects.toThrow("revoked for good");
  });

  test("ends with whom it works as, and is theirs again when they are let in again", async () => {
    const leaver = await aMember(organisation);
    const { id, key } = await aKey(admin, leaver);
    await deactivateMember(aContext(admin), { userId: leaver.userId });
    expect(await statusOf(key, "192.0.2.41")).toBe(401);
    expect((await listApiKeys(admin)).rows.find((row) => row.id === id)).toMatchObject({ endedWith: leaver.name });
    await reactivateMember(aContext(admin), { userId: leaver.userId });
    expect(await statusOf(key)).toBe(200);
  });

  test("ends with its maker's right to make keys", async () => {
    const maker = await aMember(organisation, { role: "admin" });
    const { id, key } = await aKey(maker, rep);
    expect(await statusOf(key)).toBe(200);
    await changeRole(aContext(admin), { userId: maker.userId, role: "manager" });
    expect(await statusOf(key, "192.0.2.42")).toBe(401);
    expect((await listApiKeys(admin)).rows.find((row) => row.id === id)).toMatchObject({ endedWith: maker.name });
  });
});

describe("others", () => {
  test("a rep and a manager make and revoke none", async () => {
    const { id, key } = await aKey(admin);
    const manager = await aMember(organisation, { role: "manager" });
    const { rows: before } = await listApiKeys(admin);
    for (const by of [rep, manager]) {
      expect(await createApiKey(aContext(by), { name: "Mine", worksAsId: by.userId })).toMatchObject({ problem: { code: "forbidden" } });
      expect(await revokeApiKey(aContext(by), { keyId: id })).toMatchObject({ problem: { code: "forbidden" } });
    }
    const idOf = (rows: typeof before) => rows.map((row) => row.id);
    expect(idOf((await listApiKeys(admin)).rows)).toEqual(idOf(before));
    expect(await statusOf(key)).toBe(200);
  });

  test("another organisation's admin finds none of ours, and can make none that works as one of us", async () => {
    const { id, key } = await aKey(admin);
    const stranger = await aMember(await anOrganisation(), { role: "admin" });
    expect((await listApiKeys(stranger)).rows).toEqual([]);
    expect(await revokeApiKey(aContext(stranger), { keyId: id })).toMatchObject({ problem: { code: "not-found" } });
    expect(await createApiKey(aContext(stranger), { name: "Ours", worksAsId: rep.userId })).toMatchObject({
      problem: { code: "not-found" },
    });
    expect(await statusOf(key)).toBe(200);
  });

  test("nobody works as someone deactivated", async () => {
    const gone = await aMember(organisation, { deactivatedAt: new Date() });
    expect(await createApiKey(aContext(admin), { name: "Gone", worksAsId: gone.userId })).toMatchObject({ problem: { code: "not-found" } });
  });
});

describe("guessing", () => {
  const forged = () => `tactful_${newToken(organisation.id).token}`;

  test("wrong, malformed, foreign and missing keys get the same answer", async () => {
    const { id, key } = await aKey(admin);
    await revokeApiKey(aContext(admin), { keyId: id });
    const wrong = [key, forged(), `tactful_${newToken(crypto.randomUUID()).token}`, "tactful_", key.slice(8), key.toUpperCase(), "x", null];
    const seen = new Set<string>();
    for (const [i, each] of wrong.entries()) {
      await db.rateLimit.deleteMany();
      const response = await assessBy(each, welcome, { from: `198.51.100.${i}` });
      seen.add(JSON.stringify([response.status, await response.text(), [...response.headers]]));
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).toMatch(/^\[401,.*unknown-key/);
  });

  test.each<[string, (i: number) => { key: string; from: string }]>([
    ["from one address", () => ({ key: `tactful_${newToken(crypto.randomUUID()).token}`, from: "203.0.113.9" })],
    ["at one organisation from everywhere", (i) => ({ key: forged(), from: `203.0.113.${100 + i}` })],
  ])("%s is told to wait by the tenth, and a right key is not", async (_how, guess) => {
    await db.rateLimit.deleteMany();
    const statuses: number[] = [];
    for (let i = 0; i < 10; i += 1) statuses.push(await statusOf(guess(i).key, guess(i).from));
    expect(statuses).toEqual([...Array<number>(9).fill(401), 429]);
    const { key } = await aKey(admin);
    expect(await statusOf(key, "203.0.113.9")).toBe(200);
  });
});

test("a key has 600 calls a minute, and ten plans of a batch are one", async () => {
  const { key } = await aKey(admin);
  const items = Array.from({ length: 1_000 }, () => ({}));
  for (let i = 0; i < 6; i += 1) expect((await assessManyBy(key, { items })).status).toBe(200);
  const response = await assessBy(key, welcome);
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ code: "too-many", sentence: expect.stringContaining("Wait") });
});
