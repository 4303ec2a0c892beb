import { randomUUID } from "node:crypto";

import type { Plan } from "#lib/follow-up/plan.ts";
import type { Actor } from "#lib/platform/context.ts";
import { type PlanFollowUp, planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { aContext, testNow } from "#tests/factories/records.ts";

export const inDays = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

/** An e-mail tomorrow that brings news, which the judges let pass for a new prospect in Lisbon. */
export const aWelcomePlan = (prospectId: string, over: Partial<Plan> = {}): Plan => ({
  prospectId,
  channel: "email",
  at: inDays(1),
  ask: "reply",
  offer: { kind: "news", assetId: null, text: "The audit rule for cold rooms changed on Monday" },
  helps: "It changes what the next audit asks of their cold rooms",
  draft: "Dear Ana, the rule changed. No reply needed.",
  answersObjectionId: null,
  urgentFactId: null,
  basis: { kind: "work_role", note: "Public role" },
  ...over,
});

/** Plans it through the one door; what the door said. */
export const plan = (actor: Actor, wanted: Plan, over: Partial<PlanFollowUp> = {}) =>
  planFollowUp(aContext(actor), { plan: wanted, clientKey: randomUUID(), ...over });
