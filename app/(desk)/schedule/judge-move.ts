import { z } from "zod";

import { type Tone, verdictTone } from "#components/balance/tones.ts";
import type { IconName } from "#components/icons.ts";
import { Plan } from "#lib/follow-up/plan.ts";
import { Policy } from "#lib/policy/policy.ts";
import { Dossier } from "#lib/scoring/dossier.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";

const Desk = z.object({ plan: Plan, dossier: Dossier, policy: Policy });

/** What the judges say of a time, in a word with its colour and icon. */
export type Said = { tone: Tone; icon: IconName; words: string };
export type JudgeMove = (at: Date) => Said;

/** Fetches what is known of a follow-up once; from then on every time is judged here, as the server will. */
export async function readJudge(followUpId: string): Promise<JudgeMove> {
  const answer = await fetch(`/api/follow-ups/${followUpId}/desk`);
  if (!answer.ok) throw new Error(`the follow-up's desk answered ${answer.status}`);
  const { plan, dossier, policy } = Desk.parse(await answer.json());
  return (at) => {
    const verdict = scoreFollowUp({ ...plan, at }, dossier, policy, new Date());
    const { tone, icon } = verdictTone[verdict.kind];
    return { tone, icon, words: verdict.headline };
  };
}
