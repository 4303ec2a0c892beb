import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { GET, POST } from "#app/preferences/lost/route.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue, queue } from "#lib/platform/queue.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { findByToken, openLink } from "#lib/preferences/find-by-token.ts";
import { LostLinkJob, mailLostLinks } from "#lib/preferences/lost-link.ts";
import { aLink } from "#tests/factories/links.ts";
import { useMailServer } from "#tests/factories/mail-server.ts";
import { aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

beforeEach(async () => {
  useMailServer(null);
  await db.mail.deleteMany();
  await db.rateLimit.deleteMany();
  await (await queue()).deleteAllJobs("lost-link");
});
afterAll(() => closeQueue(1));

/** One that no other organisation of these tests knows. */
const anAddress = () => `ana.${crypto.randomUUID()}@vilar.example`;

let visitors = 0;

/** As a browser without script or cookie posts the form. */
function post(email: string, { from = `192.0.2.${(visitors += 1)}`, language = "en" } = {}): Promise<Response> {
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    origin: "null",
    "x-forwarded-for": from,
    "accept-language": language,
  };
  return POST(new Request("http://127.0.0.1/preferences/lost", { method: "POST", headers, body: new URLSearchParams({ email }) }));
}

const jobs = async () => (await (await queue()).findJobs("lost-link", {})).map(({ data }) => LostLinkJob.parse(data));

/** What the job does afterwards; how many messages there are then. */
async function afterJobs(): Promise<number> {
  for (const job of await jobs()) await mailLostLinks({ now: testNow }, job);
  return db.mail.count();
}

describe("whoever lost the link to their page", () => {
  test("gets it mailed, one message for each organisation that knows the address, each record with its own", async () => {
    const rep = await aMember(await anOrganisation({ name: "Aldermoor" }));
    const elsewhere = await aMember(await anOrganisation({ name: "Kelp & Co" }));
    const prospect = await aProspect(rep, { language: "fr", email: anAddress() });
    const twin = await aProspect(rep, { email: prospect.email, phone: null });
    const other = await aProspect(elsewhere, { email: prospect.email });
    await aProspect(rep);

    await post(` ${prospect.email!.toUpperCase()} `, { language: "de-CH, en;q=0.5" });
    expect(await afterJobs()).toBe(2);
    const mails = await db.mail.findMany({ orderBy: { subject: "asc" } });
    expect(mails.map(({ orgId, to, subject, kind }) => [orgId, to, subject, kind])).toEqual([
      [elsewhere.orgId, prospect.email, "Ihre Seite bei Kelp & Co", "preference-link"],
      [rep.orgId, prospect.email, "Votre page chez Aldermoor", "preference-link"],
    ]);
    const opened = await Promise.all(
      mails.flatMap(({ text }) => [...text!.matchAll(/\/preferences\/([\w-]{64})/g)].map(([, token]) => openLink(token!, testNow))),
    );
    expect(opened.map((guest) => guest?.prospectId).toSorted()).toEqual([prospect.id, twin.id, other.id].toSorted());
    expect(
      await db.event.count({
        where: { kind: "preferences.link-mailed", actorId: null, prospectId: { in: [prospect.id, twin.id, other.id] } },
      }),
    ).toBe(3);
  });

  test("gets it after a stop, too, and earlier links keep working", async () => {
    const prospect = await aProspect(await aMember(await anOrganisation()), { email: anAddress() });
    const token = await aLink(prospect);
    await choosePreferences((await openLink(token, testNow))!, { action: "stop" });
    await post(prospect.email!);
    expect(await afterJobs()).toBe(1);
    const fresh = /\/preferences\/([\w-]{64})/.exec((await db.mail.findFirstOrThrow()).text!)![1]!;
    expect(await findByToken(fresh, testNow)).toMatchObject({ stoppedAt: testNow });
    expect(await findByToken(token, testNow)).not.toBeNull();
  });

  test("cannot be told from anybody else: the same status, headers and body, and the same work before the answer", async () => {
    const prospect = await aProspect(await aMember(await anOrganisation()), { email: anAddress() });
    const answers = [];
    for (const email of [prospect.email!, "nobody@nowhere.example"]) {
      const response = await post(email);
      answers.push([response.status, [...response.headers], await response.text()]);
      expect(await db.mail.count()).toBe(0);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]![0]).toBe(200);
    expect(await jobs()).toHaveLength(2);
    expect(await afterJobs()).toBe(1);
  });

  test("is mailed three times a day at most, and reads the same answer at the fourth", async () => {
    const prospect = await aProspect(await aMember(await anOrganisation()), { email: anAddress() });
    const bodies: string[] = [];
    for (let i = 0; i < 5; i += 1) bodies.push(await (await post(prospect.email!)).text());
    expect(new Set(bodies).size).toBe(1);
    expect(await jobs()).toHaveLength(3);
  });
});

test("one network that asks for many addresses is slowed down, known or not", async () => {
  const answers = [];
  for (let i = 0; i < 21; i += 1) answers.push(await post(`someone-${i}@nowhere.example`, { from: "198.51.100.7" }));
  expect(answers.slice(0, 20).every(({ status }) => status === 200)).toBe(true);
  expect([answers[20]!.status, Number(answers[20]!.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect(await jobs()).toHaveLength(20);
});

test("what is no address comes back with a word about it, in the reader's language, and nothing of it is echoed", async () => {
  for (const email of ["", "ana", "a@b@c", `<script>alert(1)</script>@x.example`, `${"a".repeat(3_000)}@x.example`]) {
    const response = await post(email, { language: "es" });
    expect(response.status).toBe(422);
    const body = await response.text();
    expect(body).toContain("Esto no es una dirección de correo");
    expect(body).not.toContain("alert(1)");
  }
  expect(await jobs()).toEqual([]);
});

test("opening the page does nothing but show one field", async () => {
  const request = new Request("http://127.0.0.1/preferences/lost", { headers: { "accept-language": "fr-FR,fr;q=0.9" } });
  const body = await GET(request).text();
  expect(body).toContain('<html lang="fr">');
  expect(body.match(/<input/g)).toHaveLength(1);
  expect(body).not.toContain("<script");
  expect(await jobs()).toEqual([]);
});
