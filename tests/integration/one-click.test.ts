import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { GET, POST } from "#app/preferences/one-click/[token]/route.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newToken } from "#lib/platform/ids.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { askProspect } from "#lib/preferences/ask-prospect.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { aLink } from "#tests/factories/links.ts";
import { useMailServer } from "#tests/factories/mail-server.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

let rep: Actor;
let prospect: Awaited<ReturnType<typeof aProspect>>;
let token: string;

beforeEach(async () => {
  useMailServer(null);
  await db.rateLimit.deleteMany();
  rep = await aMember(await anOrganisation({ name: "Aldermoor <Instruments>" }));
  prospect = await aProspect(rep);
  token = await anAsk(prospect);
});
afterAll(() => closeQueue(1));

/** The token in the header of a message that asks them. */
async function anAsk({ id }: { id: string }): Promise<string> {
  const asked = await askProspect(aContext(rep), { prospectId: id, basis: "work_role", note: null });
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem));
  const { headers } = await db.mail.findUniqueOrThrow({ where: { orgId_id: { orgId: rep.orgId, id: asked.value.mailId } } });
  return /one-click\/([\w-]{64})>$/.exec((headers as Record<string, string>)["List-Unsubscribe"]!)![1]!;
}

const address = (of: string) => `http://127.0.0.1/preferences/one-click/${of}`;
const params = (of: string) => ({ params: Promise.resolve({ token: of }) });
const open = (of = token, method = "GET") => GET(new Request(address(of), { method }), params(of));
const asForm = new URLSearchParams({ "List-Unsubscribe": "One-Click" });

/** As a mail program presses: no cookie, no referrer, no origin. */
const press = (of = token, body: BodyInit = asForm, from = "192.0.2.9") =>
  POST(new Request(address(of), { method: "POST", body, headers: { "x-forwarded-for": from } }), params(of));

async function everything() {
  const where = { orgId: rep.orgId };
  return {
    ledger: await db.consentEvent.findMany({ where, orderBy: { id: "asc" } }),
    terms: await db.communicationPreference.findMany({ where }),
    suppressed: await db.suppression.findMany({ where }),
    followUps: await db.followUp.findMany({ where, orderBy: { id: "asc" } }),
    events: await db.event.findMany({ where, orderBy: { id: "asc" } }),
  };
}

describe("one press in the mail program (RFC 8058)", () => {
  test.each(["as mail programs usually send it", "as multipart"])(
    "stops e-mail at once, %s: plans are taken off in the same commit",
    async (how) => {
      expect((await plan(rep, aWelcomePlan(prospect.id))).ok).toBe(true);
      const body = new FormData();
      body.set("List-Unsubscribe", "One-Click");
      const response = await press(token, how === "as multipart" ? body : asForm);
      expect([response.status, response.redirected, await response.text()]).toEqual([
        200,
        false,
        expect.stringContaining("E-mail is stopped"),
      ]);

      const { ledger, terms, suppressed, followUps, events } = await everything();
      expect(ledger.filter(({ saidBy }) => saidBy === "person")).toMatchObject([
        {
          channel: "email",
          status: "withdrawn",
          method: "one_click",
          evidence: expect.stringMatching(/^message /),
          wording: "No more e-mail: This counts at once, for everyone at Aldermoor <Instruments>.",
        },
      ]);
      expect(terms).toEqual([]);
      expect(suppressed).toMatchObject([{ kind: "email", channel: "email", liftedAt: null }]);
      expect(followUps).toMatchObject([{ state: "held", heldReason: expect.stringContaining("stop writing e-mail") }]);
      expect(events.filter(({ kind }) => kind === "preferences.channel-stopped")).toMatchObject([{ data: { taken: 1 }, actorId: null }]);
      expect(await plan(rep, aWelcomePlan(prospect.id))).toMatchObject({ ok: false });
    },
  );

  test("once more changes nothing, one at a time or twenty at once", async () => {
    await press();
    const once = await everything();
    await Promise.all(Array.from({ length: 20 }, () => press()));
    expect(await everything()).toEqual(once);
    expect((await press()).status).toBe(200);
  });

  test("leaves what they chose otherwise, spreads to their other records, and only they can say yes again", async () => {
    const twin = await aProspect(rep, { email: prospect.email, phone: null });
    const link = await aLink(prospect);
    const both = {
      action: "save",
      channels: ["email", "phone"],
      rate: "1/month",
      days: [],
      hours: { when: "any" },
      timeZone: "Europe/Lisbon",
    };
    const guest = await openLink(link, testNow);
    await choosePreferences(guest!, Choice.parse(both));
    await press();
    const latest = await db.communicationPreference.findFirst({
      where: { orgId: rep.orgId, prospectId: prospect.id },
      orderBy: { version: "desc" },
    });
    expect(latest).toMatchObject({ version: 2, channels: ["phone"], maxTouches: 1, saidBy: "person", stopped: false });
    expect(await db.consentEvent.count({ where: { orgId: rep.orgId, prospectId: twin.id, channel: "email", status: "withdrawn" } })).toBe(
      1,
    );
    const after = new Date(Date.now() + 60_000);
    await choosePreferences({ ...guest!, now: after }, Choice.parse(both));
    expect(await db.suppression.count({ where: { orgId: rep.orgId, liftedAt: null } })).toBe(0);
  });

  test("works after years, after other messages and after every link was ended", async () => {
    await db.preferenceLink.updateMany({ where: { orgId: rep.orgId }, data: { revokedAt: testNow } });
    await db.mail.updateMany({
      where: { orgId: rep.orgId },
      data: { state: "sent", sentAt: testNow, text: null, headers: {}, createdAt: new Date("2019-01-01") },
    });
    expect((await press()).status).toBe(200);
    expect((await everything()).suppressed).toHaveLength(1);
  });
});

describe("what changes nothing", () => {
  test("GET and HEAD, a thousand times: they show one button, and no name of theirs", async () => {
    const before = await everything();
    for (let i = 0; i < 500; i += 1) await Promise.all([open(), open(token, "HEAD")]);
    expect(await everything()).toEqual(before);
    const page = await open();
    const body = await page.text();
    expect([page.status, page.headers.get("cache-control"), body.match(/<button/g)?.length]).toEqual([200, "private, no-store", 1]);
    expect(body).toContain("No more e-mail from Aldermoor &lt;Instruments&gt;?");
    expect(body).toContain('name="List-Unsubscribe" value="One-Click"');
    for (const secret of [prospect.name, prospect.email!, token]) expect(body).not.toContain(secret);
  });

  test.each<[string, BodyInit]>([
    ["no body", ""],
    ["another body", new URLSearchParams({ "List-Unsubscribe": "No" })],
    ["JSON", JSON.stringify({ "List-Unsubscribe": "One-Click" })],
    ["a megabyte", "x".repeat(1_000_000)],
  ])("a POST with %s: the page with its button comes back", async (_what, body) => {
    const before = await everything();
    expect(await (await press(token, body)).text()).toContain("<button");
    expect(await everything()).toEqual(before);
  });

  test("a token that was never sent, and a link's token, open nothing; guessing is slowed down by the tenth", async () => {
    const before = await everything();
    for (const wrong of [newToken(rep.orgId).token, newToken(crypto.randomUUID()).token, "x", `${token}A`, await aLink(prospect)]) {
      expect((await open(wrong)).status).toBe(404);
      expect((await press(wrong, asForm, "198.51.100.20")).status).toBe(404);
    }
    for (let i = 0; i < 4; i += 1) await press("x", asForm, "198.51.100.20");
    expect((await press("x", asForm, "198.51.100.20")).status).toBe(429);
    expect((await press(token, asForm, "198.51.100.20")).status).toBe(200);
    expect((await everything()).followUps).toEqual(before.followUps);
  });
});
