import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";

import { db } from "#lib/platform/db.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { askFor } from "#lib/rights/ask-for.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import * as dossiers from "#lib/scoring/queries.ts";
import { correctTouch } from "#lib/touches/correct-touch.ts";
import { logTouch } from "#lib/touches/log-touch.ts";
import { CorrectTouch } from "#lib/touches/touchpoint.ts";
import { aLink } from "#tests/factories/links.ts";
import { aWelcomePlan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { aLog, logged } from "#tests/factories/touches.ts";

// files share their modules: this one has its own
vi.hoisted(() => vi.resetModules());
vi.mock("#lib/scoring/queries.ts", { spy: true });
afterEach(() => {
  vi.mocked(dossiers.readDossier).mockReset();
  vi.restoreAllMocks();
});

async function aPlannedPerson() {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  vi.mocked(dossiers.readDossier).mockReset();
  expect(await planFollowUp(aContext(rep), { plan: aWelcomePlan(prospect.id), clientKey: randomUUID() })).toMatchObject({ ok: true });
  const guest = (await openLink(await aLink(prospect), testNow))!;
  vi.mocked(dossiers.readDossier).mockRejectedValue(new Error("the judges cannot be asked"));
  vi.spyOn(console, "error").mockReturnValue();
  return { rep, prospect, guest, choose: (choice: object) => choosePreferences(guest, Choice.parse(choice)) };
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

const planned = ({ orgId }: { orgId: string }) => db.followUp.findMany({ where: { orgId } });
const heldUnjudged = [{ state: "held", heldReason: expect.stringContaining("could not be judged") }];

test.each(["asked_to_stop", "asked_to_pause"])("%s, heard by a rep, is kept though no judge can be asked (C3, C4)", async (disposition) => {
  const { rep, prospect } = await aPlannedPerson();
  const touch = aLog(prospect.id, { channel: "phone", direction: "in", disposition, clientKey: randomUUID() });
  expect(await logTouch(aContext(rep), touch)).toMatchObject({ ok: true, value: { held: 1 } });
  expect(await logTouch(aContext(rep), touch)).toMatchObject({ ok: true, value: { held: 0 } });
  expect(await planned(rep)).toMatchObject(heldUnjudged);
  expect(await db.consentEvent.count({ where: { orgId: rep.orgId, channel: "any" } })).toBe(1);
  expect(await db.touchpoint.count({ where: { orgId: rep.orgId } })).toBe(1);
});

test("another touch waits for the judges, and leaves nothing behind", async () => {
  const { rep, prospect } = await aPlannedPerson();
  await expect(logTouch(aContext(rep), aLog(prospect.id, { channel: "phone", disposition: "no_answer" }))).rejects.toThrow(
    "cannot be asked",
  );
  expect(await db.touchpoint.count({ where: { orgId: rep.orgId } })).toBe(0);
});

test("a touch corrected to a stop is kept though no judge can be asked (C4)", async () => {
  const { rep, prospect } = await aPlannedPerson();
  vi.mocked(dossiers.readDossier).mockReset();
  const { id: touchpointId } = await logged(rep, prospect.id, { channel: "phone", disposition: "no_answer" });
  vi.mocked(dossiers.readDossier).mockRejectedValue(new Error("the judges cannot be asked"));
  const correction = CorrectTouch.parse({ touchpointId, channel: "phone", direction: "in", disposition: "asked_to_stop" });
  expect(await correctTouch(aContext(rep), correction)).toMatchObject({ ok: true });
  expect(await planned(rep)).toMatchObject([{ state: "held" }]);
});

test("an erasure asked for on the page, and an objection heard by phone, are kept though no judge can be asked (C4)", async () => {
  const { rep, guest } = await aPlannedPerson();
  expect(await askFor(guest, { ask: "erase", sure: "yes" })).toMatchObject({ ok: true, value: { isNew: true } });
  expect(await planned(rep)).toMatchObject(heldUnjudged);

  const { rep: other, prospect } = await aPlannedPerson();
  const heard = { prospectId: prospect.id, kind: "object", cameBy: "phone", words: "No more calls" } as const;
  expect(await recordRequest(aContext(other), heard)).toMatchObject({ ok: true });
  expect(await planned(other)).toMatchObject(heldUnjudged);
  for (const { orgId } of [rep, other]) {
    expect(await db.dataRequest.count({ where: { orgId, state: "open" } })).toBe(1);
    expect(await db.consentEvent.count({ where: { orgId, status: "objected" } })).toBe(1);
  }
});

test("what allows more waits for the judges, and leaves nothing behind", async () => {
  const { rep, choose } = await aPlannedPerson();
  await expect(choose({ action: "call-back", on: "2027-03-01" })).rejects.toThrow("cannot be asked");
  expect(await db.consentEvent.count({ where: { orgId: rep.orgId, saidBy: "person" } })).toBe(0);
  expect(await db.followUp.findMany({ where: { orgId: rep.orgId } })).toMatchObject([{ state: "scheduled" }]);
});
