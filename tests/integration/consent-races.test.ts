import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";

import { suppressGroup } from "#lib/consent/suppress-group.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, type Tx } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { holdStopped } from "#lib/schedule/hold-stopped.ts";
import { judgeDue } from "#lib/schedule/judge-due.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { settleFollowUp } from "#lib/schedule/settle-follow-up.ts";
import { snoozeFollowUp } from "#lib/schedule/snooze-follow-up.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow, type TestProspect } from "#tests/factories/records.ts";
import { logged } from "#tests/factories/touches.ts";

afterAll(() => closeQueue(1));

/** How many races there are in all; 10,000 are run before a release (RACE_RUNS=10000). */
const races = Number(process.env.RACE_RUNS ?? 300);
/** Races at a time: two connections each, and the pool serves them all. */
const atOnce = 4;

type Race = { rep: Actor; manager: Actor; prospect: TestProspect; followUpId: string | null };
type Move = (race: Race) => Promise<unknown>;

const guest = ({ rep, prospect }: Race) => ({ orgId: rep.orgId, prospectId: prospect.id, linkId: randomUUID(), now: testNow });

/** As an import does with the people of its file. */
const lock = (tx: Tx, { orgId }: Actor, { id }: TestProspect) =>
  tx.$executeRaw`SELECT 1 FROM "Prospect" WHERE "orgId" = ${orgId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;

/** Ways to say no. Each returns once it has taken effect. */
const optOuts: Record<string, Move> = {
  "a stop on their page": (race) => choosePreferences(guest(race), { action: "stop" }),
  "another way chosen on their page": (race) =>
    choosePreferences(guest(race), {
      action: "save",
      channels: ["mail"],
      rate: null,
      days: [],
      hours: null,
      timeZone: "Europe/Lisbon",
      topics: [],
      language: null,
    }),
  "their domain on the list": async ({ manager, prospect }) => {
    const name = prospect.email!.split("@")[1]!;
    const put = await suppressGroup(aContext(manager), { kind: "domain", name, channel: "any", topic: null, reason: "They asked for it" });
    expect(put.ok).toBe(true);
    await holdStopped({ orgId: manager.orgId }, testNow);
  },
  "a stop told to a rep, of somebody with the same address": async ({ rep, prospect }) => {
    const twin = await aProspect(rep, { email: prospect.email, phone: null });
    await logged(rep, twin.id, { direction: "in", disposition: "asked_to_stop", theySaid: "Stop" });
    await holdStopped({ orgId: rep.orgId, sharedWith: twin.id }, testNow);
  },
  "a stop an import brings": async ({ rep, prospect }) => {
    const line = { orgId: rep.orgId, id: randomUUID(), prospectId: prospect.id, channel: "any", status: "objected", saidBy: "import" };
    await inTransaction({}, async ({ tx }) => {
      await lock(tx, rep, prospect);
      await tx.consentEvent.create({ data: { ...line, method: "import", effectiveFrom: testNow, recordedAt: testNow } });
    });
    await holdStopped({ orgId: rep.orgId }, testNow);
  },
};

/** What goes on meanwhile, with somebody who has nothing planned, or one e-mail tomorrow. */
const others: Record<string, { needsPlan: boolean; move: Move }> = {
  planning: { needsPlan: false, move: ({ rep, prospect }) => plan(rep, aWelcomePlan(prospect.id)) },
  snoozing: {
    needsPlan: true,
    move: ({ rep, followUpId }) => snoozeFollowUp(aContext(rep), { followUpId: followUpId!, until: inDays(3), clientKey: randomUUID() }),
  },
  claiming: { needsPlan: true, move: () => judgeDue(inDays(1.5)) },
  settling: { needsPlan: true, move: ({ rep, followUpId }) => settleFollowUp(aContext(rep), { followUpId: followUpId!, as: "done" }) },
  rejudging: {
    needsPlan: true,
    move: ({ rep, prospect }) =>
      inTransaction({}, async ({ tx }) => {
        await lock(tx, rep, prospect);
        await rejudge({ tx, orgId: rep.orgId, actorId: rep.userId, now: testNow }, prospect.id, "policy");
      }),
  },
};

/** Follow-ups on the schedule that the ledger or the list forbids. */
async function countForbidden(orgId: string): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "FollowUp" f
     WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled'
       AND (stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL OR is_suppressed(f."orgId", f."prospectId", f.channel))`;
  return found!.count;
}

const meetings = Object.keys(optOuts).flatMap((optOut) => Object.keys(others).map((other) => [optOut, other] as const));
const each = Math.max(1, Math.ceil(races / meetings.length));

test.each(meetings)(
  "%s against %s leaves nothing on the schedule that is forbidden",
  async (optOut, other) => {
    const organisation = await anOrganisation();
    const [rep, manager] = [await aMember(organisation), await aMember(organisation, { role: "manager" })];
    const { needsPlan, move } = others[other]!;
    const seen = new Set<string>();

    const run = async (round: number) => {
      const prospect = await aProspect(rep, { email: `ana@${randomUUID()}.example.com` });
      const planned = needsPlan ? await plan(rep, aWelcomePlan(prospect.id)) : null;
      const race = { rep, manager, prospect, followUpId: planned?.ok ? planned.value.id : null };
      // who begins first changes from round to round, by up to the time that either takes
      const lead = ((round * 7) % 31) - 15;
      await Promise.all([sleep(Math.max(0, lead)).then(() => optOuts[optOut]!(race)), sleep(Math.max(0, -lead)).then(() => move(race))]);
      const left = await db.followUp.findFirst({ where: { orgId: rep.orgId, prospectId: prospect.id }, select: { state: true } });
      seen.add(left?.state ?? "refused");
    };
    for (let done = 0; done < each; done += atOnce)
      await Promise.all(Array.from({ length: Math.min(atOnce, each - done) }, (_, i) => run(done + i)));

    expect(await countForbidden(rep.orgId)).toBe(0);
    expect([...seen].filter((state) => state === "scheduled")).toEqual([]);
  },
  30_000 + each * 1_000,
);
