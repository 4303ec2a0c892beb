import { defaultPolicy } from "#lib/policy/defaults.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Touch } from "#lib/follow-up/touch.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { KnownAsset } from "#lib/value/known.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

export const policy = defaultPolicy;

/** A Monday morning in November; every golden case counts days from here. */
export const now = new Date("2026-11-02T09:00:00Z");
export const daysFromNow = (days: number, hour = 9) => new Date(Date.UTC(2026, 10, 2 + days, hour));

export const assetId = "0192f0c1-0000-7000-8000-0000000000a1";
export const factId = "0192f0c1-0000-7000-8000-0000000000c1";
export const objectionId = "0192f0c1-0000-7000-8000-0000000000b1";

/** A prospect in Ireland whose e-mail we may use, never contacted. */
export function aDossier(over: Partial<Dossier> = {}): Dossier {
  return {
    person: {
      name: "Jill Byrne",
      givenName: "Jill",
      companyName: "Munster Wells",
      jobTitle: "Plant manager",
      timeZone: "Europe/Dublin",
      country: "IE",
      region: null,
      language: null,
      subscriberKind: "corporate",
      relationship: "cold",
    },
    homeZone: "Europe/Amsterdam",
    reach: ["email", "phone"],
    points: null,
    touches: [],
    planned: [],
    company: [],
    ledger: [
      {
        id: "c1",
        channel: "any",
        status: "legitimate_interest",
        basis: "work_role",
        saidBy: "rep",
        effectiveFrom: daysFromNow(-300),
        effectiveTo: null,
      },
    ],
    terms: null,
    suppressed: [],
    suppressedTopics: [],
    registries: [],
    objections: [],
    assessment: null,
    silence: null,
    explainedUntil: null,
    hasOpenDeal: false,
    agreedDays: [],
    assets: [anAsset()],
    facts: [{ id: "f1", label: "Plants", value: "Cork", origin: "told_us", on: null, told: false }],
    holidays: [],
    ...over,
  };
}

/** Something in the library that they have not had. */
export const anAsset = (over: Partial<KnownAsset> = {}): KnownAsset => ({
  id: assetId,
  title: "Pump audit checklist",
  kind: "template",
  topics: [],
  language: null,
  expiresOn: null,
  stage: null,
  sharedAt: null,
  reaction: null,
  given: 0,
  welcomed: 0,
  ...over,
});

/** A good first e-mail, tomorrow at ten in Dublin. */
export function aPlan(over: Partial<Plan> = {}): Plan {
  return {
    prospectId: "0192f0c1-0000-7000-8000-000000000001",
    channel: "email",
    at: daysFromNow(1, 10),
    ask: "reply",
    offer: { kind: "asset", assetId, text: "" },
    helps: "Shows Munster Wells which pumps fail the new audit",
    draft: "Dear Jill, here is the checklist for Cork. No reply needed.",
    answersObjectionId: null,
    urgentFactId: null,
    basis: null,
    ...over,
  };
}

let serial = 0;

/** An unanswered e-mail of ours that brought nothing in particular. */
export function aTouch(at: Date, over: Partial<Touch> = {}): Touch {
  serial += 1;
  return {
    id: `t${serial}`,
    at,
    channel: "email",
    direction: "out",
    disposition: "sent",
    offer: { kind: "none", assetId: null, text: null },
    ask: "reply",
    theySaid: null,
    value: null,
    ...over,
  };
}

export const aReply = (at: Date, theySaid: string, over: Partial<Touch> = {}) =>
  aTouch(at, { direction: "in", disposition: "replied", ask: "none", theySaid, ...over });

/** The verdict on a plan, at `now` and by the default numbers. */
export const judge = (plan = aPlan(), dossier = aDossier()) => scoreFollowUp(plan, dossier, policy, now);

/** The rules that demand something of a plan. */
export const rules = ({ reasons }: Verdict) =>
  reasons.filter(({ severity }) => severity !== "note" && severity !== "good").map(({ rule }) => rule);
