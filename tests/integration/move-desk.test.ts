import { beforeAll, expect, test } from "vitest";

import { defaultPolicy } from "#lib/policy/defaults.ts";
import { db } from "#lib/platform/db.ts";
import { findMoveDesk } from "#lib/schedule/desk-queries.ts";
import { settleFollowUp } from "#lib/schedule/settle-follow-up.ts";
import { snoozeFollowUp } from "#lib/schedule/snooze-follow-up.ts";
import { Plan } from "#lib/follow-up/plan.ts";
import { Policy } from "#lib/policy/policy.ts";
import { Dossier } from "#lib/scoring/dossier.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "#tests/factories/records.ts";

const there = await anOrganisation({ numbers: defaultPolicy });
const maya = await aMember(there);
const context = aContext(maya);
let followUpId: string;
/** A Tuesday on which something else is planned with them. */
const taken = inDays(20);

beforeAll(async () => {
  const { id } = await aProspect(maya);
  const outcome = await plan(maya, aWelcomePlan(id));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  followUpId = outcome.value.id;
  const offer = { kind: "news", assetId: null, text: "Three labs in Porto publish how they passed their audit" } as const;
  const other = aWelcomePlan(id, { at: taken, offer, helps: "They can see what the inspectors asked for", basis: null });
  const second = await plan(maya, other);
  if (!second.ok) throw new Error(JSON.stringify(second.problem));
});

/** As a browser reads what the endpoint sent. */
async function judgeAsSent() {
  const sent = JSON.parse(JSON.stringify(await findMoveDesk(context, followUpId))) as Record<string, unknown>;
  const desk = { plan: Plan.parse(sent.plan), dossier: Dossier.parse(sent.dossier), policy: Policy.parse(sent.policy) };
  return (at: Date) => scoreFollowUp({ ...desk.plan, at }, desk.dossier, desk.policy, testNow);
}

test("what a browser says of a time is what the door says", async () => {
  const judge = await judgeAsSent();
  const kinds = new Set<string>();
  for (const days of [1, 2, 4.5, 6, 8, 19, 20.2, 21, 40]) {
    const at = inDays(days);
    const said = judge(at);
    kinds.add(said.kind);
    const outcome = await snoozeFollowUp(context, { followUpId, until: at, clientKey: crypto.randomUUID() });
    const answer = outcome.ok ? "allow" : outcome.problem.code === "refused" && [outcome.problem.sentence, outcome.problem.nextAllowedAt];
    const expected = said.kind === "allow" ? "allow" : [`${said.headline}. ${said.sentence}`, said.nextAllowedAt];
    expect([at, answer]).toEqual([at, expected]);
  }
  expect([...kinds]).toEqual(expect.arrayContaining(["allow", "reschedule"]));
});

test("a refused move leaves it where it was", async () => {
  const before = await db.followUp.findFirstOrThrow({ where: { orgId: there.id, id: followUpId } });
  expect(await snoozeFollowUp(context, { followUpId, until: inDays(20.2), clientKey: crypto.randomUUID() })).toMatchObject({ ok: false });
  expect(await db.followUp.findFirstOrThrow({ where: { orgId: there.id, id: followUpId } })).toEqual(before);
});

test("nobody of another team or organisation is told, and nothing of one that is settled", async () => {
  const colleague = await aMember(there, { team: await aTeam(there) });
  const stranger = await aMember(await anOrganisation(), { role: "admin" });
  expect([await findMoveDesk(aContext(colleague), followUpId), await findMoveDesk(aContext(stranger), followUpId)]).toEqual([null, null]);
  expect(await findMoveDesk(aContext(await aMember(there, { role: "manager" })), followUpId)).not.toBeNull();
  await settleFollowUp(context, { followUpId, as: "cancelled" });
  expect(await findMoveDesk(context, followUpId)).toBeNull();
});
