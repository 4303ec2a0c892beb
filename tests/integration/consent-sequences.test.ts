import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

import { liftSuppression } from "#lib/consent/lift-suppression.ts";
import { suppressGroup } from "#lib/consent/suppress-group.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import type { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { holdStopped } from "#lib/schedule/hold-stopped.ts";
import { judgeDue } from "#lib/schedule/judge-due.ts";
import { snoozeFollowUp } from "#lib/schedule/snooze-follow-up.ts";
import { logTouch } from "#lib/touches/log-touch.ts";
import { startFile, takeFile, text } from "#tests/factories/imports.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow, type TestProspect } from "#tests/factories/records.ts";
import { aLog } from "#tests/factories/touches.ts";

afterAll(() => closeQueue(1));

type World = { rep: Actor; manager: Actor; ana: TestProspect; domain: string };
type Step = (world: World, now: Date) => Promise<unknown>;

const choose =
  (choice: Choice): Step =>
  ({ rep, ana }, now) =>
    choosePreferences({ orgId: rep.orgId, prospectId: ana.id, linkId: randomUUID(), now }, choice);
const save = (channels: ("email" | "phone")[]) =>
  choose({ action: "save", channels, rate: null, days: [], hours: null, timeZone: "Europe/Lisbon", topics: [], language: null });
const planBy =
  (channel: "email" | "phone"): Step =>
  ({ rep, ana }, now) =>
    plan(rep, aWelcomePlan(ana.id, { channel, at: new Date(now.getTime() + 86_400_000) }));
const bringIn =
  (row: string): Step =>
  async ({ rep, ana }) => {
    await startFile(
      rep,
      await takeFile(rep, text(`Name,Email,Email Opt Out\nAna,${ana.email},${row}`), { basis: "customer", updateExisting: true }),
    );
  };

/** Everything that people, files and time do with consent and plans, one after the other. */
const steps: Record<string, Step> = {
  "plans an e-mail": planBy("email"),
  "plans a call": planBy("phone"),
  snoozes: async ({ rep, ana }, now) => {
    const row = await db.followUp.findFirst({
      where: { orgId: rep.orgId, prospectId: ana.id },
      select: { id: true },
      orderBy: { id: "desc" },
    });
    const until = new Date(now.getTime() + 3 * 86_400_000);
    return row && snoozeFollowUp(aContext(rep, now), { followUpId: row.id, until, clientKey: randomUUID() });
  },
  "stops all": choose({ action: "stop" }),
  "takes the stop back": choose({ action: "undo-stop" }),
  "wants e-mail only": save(["email"]),
  "wants calls only": save(["phone"]),
  "says stop to a rep": ({ rep, ana }, now) =>
    logTouch(aContext(rep, now), aLog(ana.id, { channel: "phone", direction: "in", disposition: "asked_to_stop", theySaid: "Stop" })),
  "a file says stop": bringIn("TRUE"),
  "a file says nothing": bringIn(""),
  "their domain is stopped": ({ manager, domain }, now) =>
    suppressGroup(aContext(manager, now), { kind: "domain", name: domain, channel: "email", topic: null, reason: "They asked for it" }),
  "their domain is freed": ({ manager, domain }, now) =>
    liftSuppression(aContext(manager, now), { kind: "domain", label: domain, channel: "email", topic: null, reason: "They asked us back" }),
  "an hour falls due": (_, now) => judgeDue(new Date(now.getTime() + 2 * 86_400_000)),
};

async function forbidden(orgId: string): Promise<{ channel: string }[]> {
  return db.$queryRaw`
    SELECT f.channel FROM "FollowUp" f WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled'
       AND (stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL OR is_suppressed(f."orgId", f."prospectId", f.channel))`;
}

test("no sequence of what people, files and time do leaves a follow-up that the ledger or the list forbids", async () => {
  let scheduled = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 2, maxLength: 10 }), async (names) => {
      const organisation = await anOrganisation();
      const [rep, manager] = [await aMember(organisation), await aMember(organisation, { role: "manager" })];
      const domain = `${randomUUID()}.example.com`;
      const world = { rep, manager, domain, ana: await aProspect(rep, { email: `ana@${domain}` }) };
      for (const [i, name] of names.entries()) {
        await steps[name]!(world, new Date(testNow.getTime() + i * 60_000));
        // what the job does that an import or a suppression calls for
        await holdStopped({ orgId: organisation.id }, testNow);
        const after = names.slice(0, i + 1);
        expect({ after, forbidden: await forbidden(organisation.id) }).toEqual({ after, forbidden: [] });
      }
      scheduled += await db.followUp.count({ where: { orgId: organisation.id, state: "scheduled" } });
    }),
    { numRuns: Number(process.env.SEQUENCE_RUNS ?? 25) },
  );
  expect(scheduled).toBeGreaterThan(0);
}, 300_000);
