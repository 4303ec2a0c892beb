import type { Plan } from "#lib/follow-up/plan.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Begin } from "#lib/schedule/begin.ts";
import { firstPlan } from "#lib/schedule/first-plan.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { groundOf } from "#lib/scoring/ground.ts";
import { consideredReply, kindClose } from "#lib/scoring/no-ledger.ts";
import { suggestNext } from "#lib/scoring/suggest-next.ts";

export type Beginning = { prospectId: string; dossier: Dossier; policy: Policy; zone: string; now: Date; introduced: string | null };

/** The plan a page asks for, to be looked over and judged like any other; null where what it is about is not there. */
export function beginPlan({ act, id }: Begin, { prospectId, dossier, policy, zone, now, introduced }: Beginning): Plan | null {
  switch (act) {
    case "answer":
      return consideredReply(prospectId, id, dossier, policy, now);
    case "close":
      return kindClose(prospectId, dossier, groundOf(dossier, policy, now), now);
    case "introduction": {
      const suggestion = suggestNext(prospectId, dossier, policy, now);
      const plan = suggestion.kind === "wait" ? firstPlan(prospectId, dossier, zone, now) : suggestion.plan;
      return {
        ...plan,
        draft: `Dear ${nameOf(dossier)},\n\n\nIf somebody comes to mind whom this would help, too, I am glad of a word. If not, that is fine.`,
      };
    }
    case "thank":
      return introduced === null ? null : aboutIntroduction(introduced, firstPlan(prospectId, dossier, zone, now), dossier);
    case "tell":
      return introduced === null ? null : aboutOutcome(introduced, firstPlan(prospectId, dossier, zone, now), dossier);
  }
}

const nameOf = ({ person }: Dossier) => person.givenName ?? person.name;

const aboutIntroduction = (introduced: string, plan: Plan, dossier: Dossier): Plan => ({
  ...plan,
  ask: "none",
  offer: { kind: "news", assetId: null, text: `Their introduction to ${introduced} is in good hands` },
  helps: `${nameOf(dossier)} learns that the introduction reached ${introduced} and was welcome`,
  draft: `Dear ${nameOf(dossier)},\n\nthank you for the introduction to ${introduced}. It was kind of you, and I will take good care of it. No reply needed.`,
});

const aboutOutcome = (introduced: string, plan: Plan, dossier: Dossier): Plan => ({
  ...plan,
  ask: "none",
  offer: { kind: "news", assetId: null, text: `What came of their introduction to ${introduced}` },
  helps: `${nameOf(dossier)} hears what came of the introduction to ${introduced}`,
  draft: `Dear ${nameOf(dossier)},\n\nyou introduced me to ${introduced}, and I want you to know what came of it: \nNo reply needed.`,
});
