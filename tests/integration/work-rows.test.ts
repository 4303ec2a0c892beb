import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { findSuggestions } from "#lib/today/suggestion-queries.ts";
import { type Act, WorkRows, workRows } from "#lib/today/work-rows.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";
import { aDesk, logged } from "#tests/factories/touches.ts";

type Planned = { kind: "follow-up"; id: string; prospectId: string; clientKey: string; at: Date };

async function planned(rep: Actor, over: object = {}): Promise<Planned> {
  const { id: prospectId } = await aProspect(rep);
  const wanted = aWelcomePlan(prospectId, over);
  const outcome = await plan(rep, wanted);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return { kind: "follow-up", id: outcome.value.id, prospectId, clientKey: randomUUID(), at: wanted.at };
}

const person = (prospectId: string) => ({ kind: "person", id: prospectId, prospectId, clientKey: randomUUID() });

async function work(rep: Actor, act: Act, rows: object[], now = testNow) {
  const outcome = await workRows(aContext(rep, now), WorkRows.parse({ rows, act }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.worked;
}

const atOf = async (id: string) => (await db.followUp.findFirstOrThrow({ where: { id } })).at;
const stateOf = async (id: string) => (await db.followUp.findFirstOrThrow({ where: { id } })).state;

test("many are snoozed, each judged by itself: what passes moves to its hour of theirs, what does not stays with its reason", async () => {
  const { rep } = await aDesk();
  const [one, two] = [await planned(rep), await planned(rep)];
  const resting = await planned(rep);
  await logged(rep, resting.prospectId, { disposition: "asked_to_pause", direction: "in", pausedUntil: "2026-12-20" });
  const worked = await work(rep, { do: "snooze", day: "2026-11-24" }, [one, resting, two]);
  expect(worked.map(({ id, why }) => [id, why !== null])).toEqual([
    [one.id, false],
    [resting.id, true],
    [two.id, false],
  ]);
  expect(await atOf(one.id)).toEqual(new Date("2026-11-24T09:00:00Z"));
  expect(await atOf(resting.id)).toEqual(resting.at);
});

test("taken back, they stand where they stood", async () => {
  const { rep } = await aDesk();
  const row = await planned(rep);
  await work(rep, { do: "snooze", day: "2026-11-26" }, [row]);
  const worked = await work(rep, { do: "move-back" }, [{ ...row, clientKey: randomUUID() }]);
  expect(worked).toEqual([{ id: row.id, at: row.at, why: null }]);
  expect(await atOf(row.id)).toEqual(row.at);
});

test("done in one go logs what was sent with what it brought; a call has to be told of by itself", async () => {
  const { rep } = await aDesk();
  const mail = await planned(rep);
  const call = await planned(rep, { channel: "phone", at: inDays(1.1) });
  const worked = await work(rep, { do: "done" }, [mail, call]);
  expect(worked[0]!.why).toBeNull();
  expect(worked[1]!.why).toMatch(/say how it went/);
  expect(await db.touchpoint.findFirstOrThrow({ where: { followUpId: mail.id } })).toMatchObject({
    disposition: "sent",
    offerKind: "news",
    askSize: "reply",
  });
  expect([await stateOf(mail.id), await stateOf(call.id)]).toEqual(["done", "scheduled"]);
  expect((await work(rep, { do: "done" }, [mail]))[0]!.why).toMatch(/done/);
  expect(await db.touchpoint.count({ where: { followUpId: mail.id } })).toBe(1);
});

test("done by two at once it is logged once, and the other is told", async () => {
  const { organisation, rep } = await aDesk();
  const colleague = await aMember(organisation);
  const row = await planned(rep);
  const worked = await Promise.all(
    [rep, colleague, rep].map((actor) => work(actor, { do: "done" }, [{ ...row, clientKey: randomUUID() }])),
  );
  const whys = worked.map(([first]) => first!.why);
  expect(whys.filter((why) => why === null)).toHaveLength(1);
  for (const why of whys.filter((each) => each !== null)) expect(why).toMatch(/logged already|done already/);
  expect(await db.touchpoint.count({ where: { followUpId: row.id } })).toBe(1);
});

test("a promise is kept with the others", async () => {
  const { rep, prospect } = await aDesk();
  const { orgId, userId } = rep;
  const step = { orgId, id: newId(testNow), prospectId: prospect.id, what: "Send it", owedBy: "us", dueOn: testNow, createdById: userId };
  await db.nextStep.create({ data: step });
  const row = { kind: "promise", id: step.id, prospectId: prospect.id, clientKey: randomUUID() };
  expect((await work(rep, { do: "done" }, [row]))[0]!.why).toBeNull();
  expect((await db.nextStep.findFirstOrThrow({ where: { id: step.id } })).settledAs).toBe("kept");
  expect((await work(rep, { do: "snooze", day: "2026-11-24" }, [row]))[0]!.why).toBe("Nothing is planned with them yet.");
});

test("what is suggested is planned through the door; whoever is to be left be is held with the reason", async () => {
  const { rep, prospect } = await aDesk();
  await logged(rep, prospect.id, { direction: "in", disposition: "inquired", theySaid: "Which logger fits a cold room?" });
  const quiet = await aProspect(rep);
  await logged(rep, quiet.id, { disposition: "asked_to_stop", direction: "in", theySaid: "No more" });
  const worked = await work(rep, { do: "plan" }, [person(prospect.id), person(quiet.id)]);
  expect(worked[0]).toMatchObject({ why: null });
  expect(worked[1]!.why).toBeTruthy();
  const stored = await db.followUp.findMany({ where: { orgId: rep.orgId, state: "scheduled" } });
  expect(stored.map(({ prospectId }) => prospectId)).toEqual([prospect.id]);
  expect((await work(rep, { do: "plan" }, [{ ...person(prospect.id), kind: "follow-up", id: stored[0]!.id }]))[0]!.why).toBe(
    "It is planned already.",
  );
});

test("handed over, the record goes with what is planned; back again by the same way", async () => {
  const { organisation, rep } = await aDesk();
  const colleague = await aMember(organisation);
  const row = await planned(rep);
  await work(rep, { do: "assign", ownerId: colleague.userId }, [row]);
  expect((await db.followUp.findFirstOrThrow({ where: { id: row.id } })).ownerId).toBe(colleague.userId);
  await work(rep, { do: "assign", ownerId: rep.userId }, [row]);
  expect((await db.prospect.findFirstOrThrow({ where: { id: row.prospectId } })).ownerId).toBe(rep.userId);
});

test("another team's and another organisation's rows are not found, and nothing of them changes", async () => {
  const { organisation, rep } = await aDesk();
  const other = await aMember(organisation, { team: await aTeam(organisation) });
  const stranger = await aMember(await anOrganisation());
  const rows = [await planned(other), await planned(stranger)];
  for (const act of [{ do: "snooze", day: "2026-11-24" }, { do: "done" }, { do: "plan" }, { do: "assign", ownerId: rep.userId }] as const)
    expect((await work(rep, act, rows)).map(({ why }) => why)).toEqual(rows.map(() => "This does not exist, or you may not see it."));
  expect(await db.followUp.count({ where: { id: { in: rows.map(({ id }) => id) }, state: "scheduled" } })).toBe(2);
  const asked = await findSuggestions(aContext(rep), { people: rows.map(({ prospectId }) => prospectId) });
  expect(asked).toEqual({ ok: true, value: { suggestions: [] } });
  // one's own row does not open another's follow-up
  const mine = await planned(rep);
  expect((await work(rep, { do: "done" }, [{ ...mine, id: rows[0]!.id }]))[0]!.why).toBe("This does not exist, or you may not see it.");
});
