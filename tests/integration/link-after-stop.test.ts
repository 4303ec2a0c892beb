import { expect, test } from "vitest";

import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { issueLink } from "#lib/preferences/issue-link.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

const stopped = { ok: false, problem: { code: "conflict", sentence: expect.stringContaining("Only a link they already have") } };

test("after a stop no rep gets a new link, not even through another record with the same address", async () => {
  const organisation = await anOrganisation();
  const rep = await aMember(organisation);
  const prospect = await aProspect(rep);
  const issued = await issueLink(aContext(rep), { prospectId: prospect.id });
  const token = issued.ok ? issued.value.url.split("/").at(-1)! : "";
  const guest = await openLink(token, testNow);
  await choosePreferences(guest!, { action: "stop" });

  expect(await issueLink(aContext(rep), { prospectId: prospect.id })).toEqual(stopped);
  const elsewhere = await aMember(organisation, { team: await aTeam(organisation) });
  const twin = await aProspect(elsewhere, { email: prospect.email, phone: null });
  expect(await issueLink(aContext(elsewhere), { prospectId: twin.id })).toEqual(stopped);
});
