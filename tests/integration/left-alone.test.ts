import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { recordTerms } from "#lib/consent/record-terms.ts";
import { findAttention, findReps } from "#lib/insight/queries.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { listProspects } from "#lib/prospects/queries.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { sayWhyNoStep, SayWhyNoStep } from "#lib/prospects/say-why-no-step.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { readSilence } from "#lib/schedule/read-silence.ts";
import { measurePersistence } from "#lib/scoring/measure-persistence.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { findToday } from "#lib/today/queries.ts";
import { aWelcomePlan, inDays } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect } from "#tests/factories/records.ts";
import { logged } from "#tests/factories/touches.ts";

type Where = { rep: Actor; id: string };

const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);

const explain = (until: number, now: Date) => (on: Where) =>
  sayWhyNoStep(aContext(on.rep, now), SayWhyNoStep.parse({ prospectId: on.id, kind: "resting", until: dayIn(until) }));
const said =
  (terms: { callBackOn?: string; pausedUntil?: string }) =>
  ({ rep, id }: Where) =>
    inTransaction({}, async ({ tx }) => {
      await recordTerms({ tx, orgId: rep.orgId, now: inDays(-39) }, id, terms, "person");
      await refreshPulse(tx, rep.orgId, [id]);
    });
/** Nobody has heard from us for forty days, and they have not answered; what else the record says is what differs. */
const records: [what: string, isLeftAlone: boolean, also: (on: Where) => Promise<unknown>][] = [
  ["nothing is said", true, async () => {}],
  ["a reason stands", false, explain(20, inDays(0))],
  ["a reason ended long ago", true, explain(-25, inDays(-39))],
  ["their silence is read", false, ({ rep, id }) => readSilence(aContext(rep), { prospectId: id, hypothesis: "swamped" })],
  ["they named a day ahead", false, said({ callBackOn: dayIn(30) })],
  ["the day they named is past, and nobody called", true, said({ callBackOn: dayIn(-25) })],
  ["they paused", false, said({ pausedUntil: dayIn(9) })],
  [
    "what was planned is held",
    true,
    async ({ rep, id }) => {
      await planFollowUp(aContext(rep), { plan: aWelcomePlan(id, { at: inDays(1) }), clientKey: randomUUID() });
      const held = { state: "held", heldReason: "They asked for another day", heldAt: inDays(0) };
      await db.followUp.updateMany({ where: { orgId: rep.orgId, prospectId: id }, data: held });
      await refreshPulse(db, rep.orgId, [id]);
    },
  ],
  [
    "something is planned",
    false,
    ({ rep, id }) => planFollowUp(aContext(rep), { plan: aWelcomePlan(id, { at: inDays(1) }), clientKey: randomUUID() }),
  ],
];

test("D3, D8: the queue, the list, the overview and the persistence index agree on who is left alone", async () => {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const manager = await aMember(organisation, { role: "manager" });
  const rep = await aMember(organisation);
  const people = new Map<string, string>();
  for (const [what, , also] of records) {
    const { id } = await aProspect(rep);
    people.set(id, what);
    await logged(rep, id, { at: inDays(-40).toISOString() }, inDays(-39));
    await also({ rep, id });
  }
  const named = (ids: string[]) => ids.map((id) => people.get(id)!).toSorted();
  const expected = records.filter(([, isLeftAlone]) => isLeftAlone).map(([what]) => what);

  const list = await listProspects(aContext(manager), ProspectListQuery.parse({ state: "left-alone" }));
  expect(named(list.rows.map(({ id }) => id))).toEqual(expected.toSorted());
  const { leftAlone } = await findAttention(aContext(manager));
  expect(named(leftAlone.map(({ prospectId }) => prospectId))).toEqual(expected.toSorted());
  expect((await findReps(aContext(manager))).find(({ userId }) => userId === rep.userId)).toMatchObject({ leftAlone: expected.length });

  // a plan to mend, and a day to call back that is reached, have groups of their own
  const queue = await findToday(aContext(rep));
  const waits = queue.filter(({ group }) => ["left-alone", "called-back", "held"].includes(group)).map(({ prospectId }) => prospectId);
  expect(named(waits)).toEqual(expected.toSorted());

  const neglected: string[] = [];
  for (const id of people.keys()) {
    const dossier = await readDossier(db, rep.orgId, id, { now: inDays(0) });
    const { parts } = measurePersistence(dossier, defaultPolicy, inDays(0));
    if (parts.neglect.some(({ rule }) => rule === "D3")) neglected.push(id);
  }
  expect(named(neglected)).toEqual(expected.toSorted());
});
