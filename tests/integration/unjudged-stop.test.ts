import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";

import { db } from "#lib/platform/db.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import * as dossiers from "#lib/scoring/queries.ts";
import { aLink } from "#tests/factories/links.ts";
import { aWelcomePlan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

vi.mock("#lib/scoring/queries.ts", { spy: true });
afterEach(() => {
  vi.mocked(dossiers.readDossier).mockReset();
  vi.restoreAllMocks();
});

async function aPlannedPerson() {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  expect(await planFollowUp(aContext(rep), { plan: aWelcomePlan(prospect.id), clientKey: randomUUID() })).toMatchObject({ ok: true });
  const guest = (await openLink(await aLink(prospect), testNow))!;
  vi.mocked(dossiers.readDossier).mockRejectedValue(new Error("the judges cannot be asked"));
  vi.spyOn(console, "error").mockReturnValue();
  return { rep, choose: (choice: object) => choosePreferences(guest, Choice.parse(choice)) };
}

test.each([{ action: "stop" }, { action: "pause", for: "2-weeks" }, { action: "stop-channel", channel: "email" }])(
  "$action takes effect though no judge can be asked: what is planned is held unjudged (C3, C4)",
  async (wish) => {
    const { rep, choose } = await aPlannedPerson();
    expect(await choose(wish)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await db.followUp.findMany({ where: { orgId: rep.orgId } })).toMatchObject([
      { state: "held", heldReason: expect.stringContaining("could not be judged") },
    ]);
    expect(await db.consentEvent.count({ where: { orgId: rep.orgId, saidBy: "person" } })).toBe(1);
    expect(await db.notice.count({ where: { orgId: rep.orgId, userId: rep.userId } })).toBe(1);
  },
);

test("what allows more waits for the judges, and leaves nothing behind", async () => {
  const { rep, choose } = await aPlannedPerson();
  await expect(choose({ action: "call-back", on: "2027-03-01" })).rejects.toThrow("cannot be asked");
  expect(await db.consentEvent.count({ where: { orgId: rep.orgId, saidBy: "person" } })).toBe(0);
  expect(await db.followUp.findMany({ where: { orgId: rep.orgId } })).toMatchObject([{ state: "scheduled" }]);
});
