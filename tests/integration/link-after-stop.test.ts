import { expect, test } from "vitest";

import { db } from "#lib/platform/db.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { findByToken, openLink } from "#lib/preferences/find-by-token.ts";
import { issueLink } from "#lib/preferences/issue-link.ts";
import { aLink } from "#tests/factories/links.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

const refused = (sentence: string) => ({ ok: false, problem: { code: "conflict", sentence: expect.stringContaining(sentence) } });

test("a link is shown only where no e-mail can bring it, and the stream keeps who made it", async () => {
  const rep = await aMember(await anOrganisation());
  const reachable = await aProspect(rep, { country: "US" });
  expect(await issueLink(aContext(rep), { prospectId: reachable.id })).toEqual(refused("the link goes to them alone"));
  expect(await db.preferenceLink.count({ where: { orgId: rep.orgId } })).toBe(0);

  const prospect = await aProspect(rep, { email: null });
  const issued = await issueLink(aContext(rep), { prospectId: prospect.id });
  const url = issued.ok ? issued.value.url : "";
  expect(await findByToken(url.split("/").at(-1)!, testNow)).toMatchObject({ name: prospect.name });
  const [event] = await db.event.findMany({ where: { orgId: rep.orgId, kind: "preferences.link-issued" } });
  expect(event).toMatchObject({ prospectId: prospect.id, actorId: rep.userId });

  await db.contactPoint.updateMany({ where: { orgId: rep.orgId, prospectId: reachable.id, kind: "email" }, data: { invalidAt: testNow } });
  expect(await issueLink(aContext(rep), { prospectId: reachable.id })).toMatchObject({ ok: true });
});

test("after a stop no rep gets a new link, not even through another record with the same number", async () => {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const prospect = await aProspect(rep, { email: null });
  const guest = await openLink(await aLink(prospect), testNow);
  await choosePreferences(guest!, { action: "stop" });

  expect(await issueLink(aContext(rep), { prospectId: prospect.id })).toEqual(refused("Only a link they already have"));
  const elsewhere = await aMember(organisation, { team: await aTeam(organisation) });
  const twin = await aProspect(elsewhere, { email: null, phone: prospect.phone });
  expect(await issueLink(aContext(elsewhere), { prospectId: twin.id })).toEqual(refused("Only a link they already have"));
});
