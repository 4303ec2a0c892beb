import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { GET as readData } from "#app/preferences/[token]/data/route.ts";
import { POST } from "#app/preferences/[token]/choose/route.ts";
import { GET } from "#app/preferences/[token]/route.ts";
import { Spoken } from "#lib/follow-up/spoken.ts";
import { db } from "#lib/platform/db.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { wordsIn } from "#lib/preferences/wording.ts";
import { aFullPage, anAsset, everyRow } from "#tests/factories/prospect-page.ts";
import { testNow } from "#tests/factories/records.ts";

// the page asks the clock itself
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: testNow }));
afterEach(() => void vi.useRealTimers());

const address = (token: string, query = "") => `http://127.0.0.1/preferences/${token}${query}`;

function read(token: string, query = "", { method = "GET", accepts = "pt" } = {}) {
  const request = new Request(address(token, query), { method, headers: { "accept-language": accepts, "x-nonce": "bm9uY2U=" } });
  return GET(request, { params: Promise.resolve({ token }) });
}

const textOf = async (token: string, query?: string, options?: { accepts?: string }) => (await read(token, query, options)).text();

function post(token: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  return POST(new Request(address(token, "/choose"), { method: "POST", body }), { params: Promise.resolve({ token }) });
}

async function choose(token: string, choice: unknown, shown?: Spoken) {
  return choosePreferences((await openLink(token, testNow))!, Choice.parse(choice), shown);
}

const save = { action: "save", channels: ["email"], rate: "1/month", days: ["2"], hours: { when: "morning" }, timeZone: "Europe/Lisbon" };

test("the whole page, with something of everything, weighs less than 30 kB in one answer and fetches nothing", async () => {
  const { rep, token } = await aFullPage();
  for (let i = 0; i < 30; i += 1) await anAsset(rep, `Asset ${i}`, [`topic ${i}`, `another topic ${i}`]);
  await choose(token, save);
  await choose(token, { action: "pause", for: "1-month" });
  for (const shown of Spoken.options) {
    const html = await textOf(token, `?lang=${shown}`);
    expect(gzipSync(html).length).toBeLessThan(30_000);
    expect(html).not.toMatch(/<script|<img|<iframe|<link rel="stylesheet"|@import|url\(|\son[a-z]+=/i);
    expect(html.match(/<link /g)).toHaveLength(1);
  }
});

test("it shows what is held with its source, and none of what is ours", async () => {
  const { rep, prospect, token } = await aFullPage();
  const html = await textOf(token);
  for (const shown of [
    prospect.name,
    "Head of quality",
    "the Porto half-marathon",
    "We noticed it ourselves",
    "Compare the protocols",
    rep.name,
  ])
    expect(html).toContain(shown);
  expect(html).toContain("Cold-chain checklist");
  expect(html).toContain("An e-mail in the week of 16 November 2026");
  for (const hidden of ["Joost Brink", "audit rule", "No reply needed", "Dear Ana"]) expect(html).not.toContain(hidden);
  expect(html.match(new RegExp(token, "g"))!.length).toBeGreaterThan(3);
  expect(/<title>([^<]*)</.exec(html)![1]).not.toContain(token);
  for (const [, href] of html.matchAll(/<a [^>]*href="(https?:[^"]*)"/g)) expect(href).not.toContain(token);
});

test("only what the rep marked is shown of what is planned", async () => {
  const { rep, followUpId, token } = await aFullPage();
  await db.followUp.update({ where: { orgId_id: { orgId: rep.orgId, id: followUpId } }, data: { shared: false } });
  const html = await textOf(token);
  expect(html).not.toContain("in the week of");
  expect(html).not.toContain(followUpId);
});

test("their language: what they press, what they chose, their record, their browser, in that order", async () => {
  const { rep, prospect, token } = await aFullPage();
  const langOf = async (query: string, accepts: string) => /<html lang="(\w+)"/.exec(await textOf(token, query, { accepts }))![1];
  const record = (language: string | null) =>
    db.prospect.update({ where: { orgId_id: { orgId: rep.orgId, id: prospect.id } }, data: { language } });
  await record(null);
  expect(await langOf("", "fr-CH, de;q=0.8")).toBe("fr");
  await record("es-MX");
  expect(await langOf("", "fr")).toBe("es");
  await choose(token, { ...save, language: "de" });
  expect(await langOf("", "fr")).toBe("de");
  expect(await langOf("?lang=fr", "es")).toBe("fr");
  expect(await langOf("?lang=xx", "es")).toBe("de");
});

test("the ledger keeps the words in the language they were shown in", async () => {
  const { rep, prospect, token } = await aFullPage();
  await post(token, { action: "stop", lang: "de" });
  const line = await db.consentEvent.findFirstOrThrow({ where: { orgId: rep.orgId, prospectId: prospect.id, status: "objected" } });
  expect(line.wording).toContain(wordsIn.de.buttons.stop);
  expect(line.wordingVersion).toMatch(/ de$/);
  expect(await textOf(token, "?done=stop&lang=de")).toContain("Gestoppt");
});

test("keeping what stands says it again: a colleague's note becomes their word, their own word stays as it is", async () => {
  const { prospect, token } = await aFullPage();
  await choose(token, save);
  await db.communicationPreference.updateMany({ where: { prospectId: prospect.id }, data: { saidBy: "rep" } });
  const keep = async () => {
    const [, form] = /<div class="answers">\s*<form[^]*?>([^]*?)<\/form>/.exec(await textOf(token))!;
    const body = new URLSearchParams([...form!.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
    expect(body.get("action")).toBe("save");
    return POST(new Request(address(token, "/choose"), { method: "POST", body }), { params: Promise.resolve({ token }) });
  };
  for (let i = 0; i < 2; i += 1) expect((await keep()).headers.get("location")).toContain("done=save");
  const versions = await db.communicationPreference.findMany({ where: { prospectId: prospect.id }, orderBy: { version: "asc" } });
  expect(versions.map(({ saidBy, channels, language }) => [saidBy, channels, language])).toEqual([
    ["rep", ["email"], null],
    ["person", ["email"], null],
  ]);
});

test("they see what they chose before, dated", async () => {
  const { token } = await aFullPage();
  await choose(token, save);
  await choose(token, { action: "call-back", on: "2027-05-18", between: "2" });
  const html = await textOf(token);
  expect(html).toContain("We come back to you on 18 May 2027");
  expect(html).toContain("At most 2 useful things until then");
  expect(html.replace(/\s+/g, " ")).toContain("You chose on 18 November 2026: Contact by: E-mail; At most once a month; On Tuesday;");
});

test("where all contact is stopped the page says so and leaves what is theirs", async () => {
  const { token } = await aFullPage();
  await choose(token, { action: "stop" });
  const html = await textOf(token);
  expect(html).toContain("All contact is stopped since 18 November 2026");
  for (const gone of ['id="pause"', 'id="call-back"', 'id="planned"', 'id="stop"']) expect(html).not.toContain(gone);
  for (const kept of ['id="choose"', 'id="held"', 'id="received"', "/data"]) expect(html).toContain(kept);
});

test("an address that claims what is not so confirms nothing", async () => {
  const { token } = await aFullPage();
  for (const done of [
    "stop",
    "pause",
    "call-back",
    "save",
    "accept",
    "react",
    "confirm-step",
    "stop-channel&of=email",
    "stop-topic&of=audits",
    "toString",
    "<b>",
  ])
    expect(await textOf(token, `?done=${done}`)).not.toContain('role="status"');
});

const attempts = [
  "",
  ...["save", "pause", "stop", "undo-stop", "stop-channel&of=email", "accept", "refer"].map((done) => `?done=${done}`),
  ...["invalid", "conflict", "not-found", "failed", "x"].map((problem) => `?problem=${problem}&action=save&channels[]=email&rate=any`),
  "?action=stop",
  "?action=save&channels[]=email&channels[]=phone&rate=any&hours.when=any&timeZone=UTC",
  "?action=pause&for=2-weeks&until=2027-01-01",
  "?action=stop-topic&topic=audits&lang=de",
  "?lang=fr&done=stop&problem=invalid&on=2027-05-05&between=3",
  "?__proto__[x]=1&hours.__proto__.x=1&lang=__proto__&done=constructor",
  `?${"a=1&".repeat(200)}`,
  "?%00=%ff&channels[]=%F0%9F%92%A9",
];

test("1,000 GET and HEAD in every form leave every row of every table as it was", async () => {
  const { token, followUpId, shareId, stepId } = await aFullPage();
  await choose(token, save);
  const withIds = attempts.flatMap((query) => [
    query,
    `${query}${query ? "&" : "?"}followUpId=${followUpId}&shareId=${shareId}&stepId=${stepId}`,
  ]);
  const before = await everyRow();
  for (let i = 0; i < 1_000; i += 1) {
    const method = i % 2 === 0 ? "GET" : "HEAD";
    const answer = await read(token, withIds[i % withIds.length], { method });
    expect(answer.status).toBe(200);
  }
  expect(await everyRow()).toBe(before);
});

test("an unknown token is sent to one page for all that do not work", async () => {
  const token = "A".repeat(64);
  const answer = await read(token);
  expect([answer.status, answer.headers.get("location")]).toEqual([307, `/preferences/${token}/data`]);
  const data = await readData(new Request("http://127.0.0.1/"), { params: Promise.resolve({ token }) });
  expect([data.status, data.headers.get("location")]).toEqual([307, "/preferences/unknown"]);
});

test("what is typed into the address comes back as text, never as markup", async () => {
  const { token } = await aFullPage();
  const evil = encodeURIComponent('"><script>alert(1)</script>');
  const html = await textOf(token, `?problem=invalid&action=save&timeZone=${evil}&rate=${evil}&until=${evil}&lang=${evil}`);
  expect(html).not.toContain("<script");
});

test("when something breaks the log hears of it and not of the token, and the person gets their page back", async () => {
  const { token } = await aFullPage();
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("the line broke")) });
  const request = new Request(address(token, "/choose"), { method: "POST", body: broken, duplex: "half" } as RequestInit);
  const answer = await POST(request, { params: Promise.resolve({ token }) });
  expect([answer.status, new URL(answer.headers.get("location")!, "http://127.0.0.1").search]).toEqual([303, "?problem=failed"]);
  expect(logged).toHaveBeenCalledOnce();
  expect(
    logged.mock.calls.map((said) => said.map((each) => (each instanceof Error ? each.stack : String(each))).join(" ")).join(" "),
  ).not.toContain(token);
  logged.mockRestore();
});
