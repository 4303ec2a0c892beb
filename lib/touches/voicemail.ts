import type { Plan } from "#lib/follow-up/plan.ts";
import type { RuleId } from "#lib/follow-up/reason.ts";
import { languageNames } from "#lib/follow-up/language-names.ts";
import { spokenOf } from "#lib/follow-up/spoken.ts";
import { offerNames } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { groundOf } from "#lib/scoring/ground.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";

/** What to say to a machine, or why to say nothing (P3). */
export type Voicemail = { script: string | null; why: string; rule: RuleId };

/** Twenty seconds at an easy pace. */
export const mostSpoken = 52;

type Matter = { plan: Plan; dossier: Dossier; policy: Policy; caller: string; now: Date };

/**
 * A voicemail for a call that nobody took: one useful thing, their own words, an easy way out. None where calls are not open to us, where they have
 * had enough of them, or where there is nothing to bring.
 */
export function voicemailFor({ plan, dossier, policy, caller, now }: Matter): Voicemail {
  const verdict = scoreFollowUp({ ...plan, channel: "phone", at: now, ask: "none" }, dossier, policy, now, { isDue: true });
  if (verdict.consent.passes !== "yes") {
    const reason = verdict.reasons.find(({ rule }) => rule.startsWith("C"));
    return { script: null, why: `Leave none. ${reason?.sentence ?? "Calls are not open to us just now."}`, rule: reason?.rule ?? "C2" };
  }
  const { streak, said } = groundOf(dossier, policy, now).history;
  if (policy.voicemails > 0 && streak.voicemails >= policy.voicemails)
    return { script: null, why: `They have ${streak.voicemails} voicemails from us: leave none this time.`, rule: "P3" };
  const brought = sayBrought(plan, dossier);
  if (!brought) return { script: null, why: "Leave none: there is nothing new to bring them yet.", rule: "V2" };

  const { givenName, name, language } = dossier.person;
  const theirs = said.find(({ isQuestion, words }) => !isQuestion && words.split(/\s+/).length <= 14)?.words;
  const script = [
    `Hello ${givenName ?? name}, this is ${caller}.`,
    ...(theirs ? [`You said: “${theirs.replace(/[.“”"]+/g, "").trim()}”.`] : []),
    brought,
    "If it is useful, ring me back when it suits you.",
    "If not, no need to reply.",
  ];
  const spoken =
    script.join(" ").split(/\s+/).length <= mostSpoken ? script : script.filter((sentence) => !sentence.startsWith("You said"));
  const tongue = spokenOf(language);
  return {
    script: spoken.join(" "),
    why: tongue === "en" ? "About twenty seconds." : `About twenty seconds; they speak ${languageNames[tongue]}.`,
    rule: "P3",
  };
}

function sayBrought({ offer }: Plan, { assets }: Dossier): string | null {
  if (offer.kind === "none") return null;
  const title = assets.find(({ id }) => id === offer.assetId)?.title;
  if (title) return `I have “${title}” for you, if you would like it.`;
  const what = (offer.text || offerNames[offer.kind]).replace(/\.+$/, "");
  return `I have this for you: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`;
}
