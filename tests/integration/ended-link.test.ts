import { expect, test } from "vitest";

import { POST } from "#app/preferences/[token]/choose/route.ts";
import { GET } from "#app/preferences/[token]/route.ts";
import { db } from "#lib/platform/db.ts";
import { findByToken, openLink } from "#lib/preferences/find-by-token.ts";
import { revokeLinks } from "#lib/preferences/revoke-links.ts";
import { findHeldByToken } from "#lib/rights/held-queries.ts";
import { aLink } from "#tests/factories/links.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect } from "#tests/factories/records.ts";

const year = 366 * 24 * 60 * 60 * 1000;
const params = (token: string) => ({ params: Promise.resolve({ token }) });
const see = async (token: string) => (await GET(new Request(`http://127.0.0.1/preferences/${token}`), params(token))).text();

function post(token: string, body: string) {
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "null", "x-forwarded-for": "192.0.2.77" };
  return POST(new Request(`http://127.0.0.1/preferences/${token}/choose`, { method: "POST", headers, body }), params(token));
}

const ends = {
  "taken back": async (prospect: { orgId: string; id: string }, rep: Parameters<typeof aContext>[0]) => {
    const token = await aLink(prospect);
    await revokeLinks(aContext(rep), { prospectId: prospect.id });
    return token;
  },
  "a year old": (prospect: { orgId: string; id: string }) => aLink(prospect, { createdAt: new Date(Date.now() - year) }),
};

test.each(Object.entries(ends))("a link that is %s shows nothing and still stops everything (C4)", async (_name, end) => {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  expect(await plan(rep, aWelcomePlan(prospect.id))).toMatchObject({ ok: true });
  const token = await end(prospect, rep);
  const now = new Date();
  expect([await findByToken(token, now), await openLink(token, now), await findHeldByToken(token, now)]).toEqual([null, null, null]);

  const page = await see(token);
  expect(page).toContain("no longer shows your page");
  expect(page).not.toContain(prospect.name);
  expect(page).not.toContain(prospect.email!);

  for (const other of [
    "action=save&channels%5B%5D=email&rate=any&hours.when=any&timeZone=UTC",
    "action=undo-stop",
    "action=allow-channel&channel=email",
  ]) {
    await post(token, other);
    expect(await db.consentEvent.count({ where: { orgId: rep.orgId, saidBy: "person" } })).toBe(0);
  }
  expect((await post(token, "action=stop&lang=en")).headers.get("location")).toContain("done=stop");
  expect(await db.consentEvent.findMany({ where: { orgId: rep.orgId, saidBy: "person" } })).toMatchObject([
    { status: "objected", channel: "any" },
  ]);
  expect(await db.followUp.findMany({ where: { orgId: rep.orgId } })).toMatchObject([{ state: "held" }]);
  await post(token, "action=undo-stop");
  expect(await db.consentEvent.count({ where: { orgId: rep.orgId, status: "undone" } })).toBe(0);
});
