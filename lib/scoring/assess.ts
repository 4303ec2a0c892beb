import iso from "i18n-iso-countries";
import { z } from "zod";

import { byPath, fieldProblems } from "#lib/field-problems.ts";
import { Plan } from "#lib/follow-up/plan.ts";
import { readState } from "#lib/follow-up/us-states.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { Policy } from "#lib/policy/policy.ts";
import { contradictionsOfDossier, contradictionsOfPlan } from "#lib/scoring/contradictions.ts";
import { Dossier } from "#lib/scoring/dossier.ts";
import { explain } from "#lib/scoring/explain.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { Instant, sealed } from "#lib/scoring/sealed.ts";
import { Verdict } from "#lib/scoring/verdict.ts";

const countries = new Set(Object.keys(iso.getAlpha2Codes()));
const bounds = { list: 1_000, text: 20_000, number: 1_000_000 };
/** The id of nobody: a dossier needs none. */
const nobody = "00000000-0000-0000-0000-000000000000";

export const AssessPlan = sealed(Plan.extend({ prospectId: z.uuid().toLowerCase().default(nobody), at: Instant }), bounds);

/** A dossier from outside. A country or region the law does not know by its code would be judged by a milder law, so it is refused. */
export const AssessDossier = sealed(
  Dossier.extend({
    person: Dossier.shape.person
      .extend({
        country: z
          .string()
          .refine((code) => countries.has(code), "Write the country as ISO 3166 has it, such as IE or GB.")
          .nullable()
          .default(null),
        region: z
          .string()
          .regex(/^[A-Z\d]{1,3}$/, "Write the state or province as its code, such as FL.")
          .nullable()
          .default(null),
      })
      .refine(({ country, region }) => country !== "US" || region === null || readState(region) === region, {
        path: ["region"],
        error: "Write the state as its two letters, such as FL. Leave it out if you do not know it: then the strictest state's hours hold.",
      }),
    touches: Dossier.shape.touches.unwrap().max(5_000).default([]),
    planned: Dossier.shape.planned.unwrap().max(200).default([]),
    holidays: Dossier.shape.holidays.unwrap().optional(),
  }),
  bounds,
);
export const AssessPolicy = sealed(Policy, { ...bounds, number: 3_650 });

/** A plan and whom it is for: somebody on record, or whoever the dossier describes. `now` and `policy` replay a case and go with a dossier only. */
export const Assess = z
  .strictObject(
    {
      plan: AssessPlan,
      prospectId: z.uuid().toLowerCase().optional().describe("Somebody on record. Instead of a dossier."),
      dossier: AssessDossier.optional().describe(
        "All you know of them. Instead of a prospectId. Left out, `holidays` are those of their country.",
      ),
      now: Instant.optional().describe("Judge as of this instant instead of the request's. Goes with a dossier."),
      policy: AssessPolicy.optional().describe("Judge by these numbers instead of your organisation's. Goes with a dossier."),
    },
    "Send an object with a plan, and a prospectId or a dossier.",
  )
  .superRefine(({ plan, prospectId, dossier, now, policy }, issues) => {
    const say = (path: string[], message: string) => issues.addIssue({ code: "custom", path, message });
    if (!prospectId && !dossier) say(["prospectId"], "Say whom it is for: a prospectId, or a dossier.");
    if (prospectId && dossier) say(["dossier"], "Send a prospectId or a dossier, not both.");
    if (prospectId && plan.prospectId !== nobody && plan.prospectId !== prospectId)
      say(["plan", "prospectId"], "The plan is for somebody else than the prospectId.");
    if (prospectId && now) say(["now"], "Somebody on record is judged as of now. Leave this out, or send a dossier.");
    if (prospectId && policy) say(["policy"], "Somebody on record is judged by the policy in force. Leave this out, or send a dossier.");
  });
export type Assess = z.output<typeof Assess>;

export function readAssess(sent: unknown): Outcome<Assess> {
  const parsed = Assess.safeParse(sent);
  return parsed.success ? ok(parsed.data) : no({ code: "invalid", fields: fieldProblems(parsed.error) });
}

/** Many at once. Each is read on its own, so that one that is not right spoils no other. */
export const AssessBatch = z.strictObject(
  { items: z.array(z.unknown()).min(1, "Send at least one.").max(1_000, "Send at most 1,000 at once.") },
  "Send an object with a list of items.",
);
export type AssessBatch = z.output<typeof AssessBatch>;

/** The answer: the verdict without what was asked, in plain words too, and what it was judged by. */
export const Assessed = Verdict.omit({ plan: true, override: true }).extend({
  explanation: z.string().describe("All of it in plain words that the prospect could read."),
  policyVersion: z.number().int().describe("The version of the numbers it was judged by."),
  judgedAt: z.date(),
});
export type Assessed = z.output<typeof Assessed>;

type Known = { dossier: Dossier; policy: Policy; now: Date };

/** Judges what was asked, with all that is known: the record, or the dossier that was sent. The same for the API and the shell; it writes nothing. */
export function assess({ plan, prospectId, dossier }: Assess, known: Known): Outcome<Assessed> {
  const found = [
    ...contradictionsOfPlan(plan, known.dossier, known.now),
    ...(dossier ? contradictionsOfDossier(known.dossier, known.now) : []),
  ];
  if (found.length > 0) return no({ code: "invalid", fields: byPath(found) });

  const verdict = scoreFollowUp({ ...plan, prospectId: prospectId ?? plan.prospectId }, known.dossier, known.policy, known.now);
  return ok(Assessed.parse({ ...verdict, explanation: explain(verdict), policyVersion: known.policy.version, judgedAt: known.now }));
}
