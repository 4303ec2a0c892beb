import { z } from "zod";

import type { Plan } from "#lib/follow-up/plan.ts";
import { askStep } from "#lib/follow-up/history.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { type AskSize, askedFor, type AssetKind, type Channel } from "#lib/follow-up/vocabulary.ts";

/** Why somebody may have gone quiet, as a rep reads it (D5). */
export const Hypothesis = z.enum(["no_news", "timeline_moved", "swamped", "personal", "wrong_person", "decided"]);
export type Hypothesis = z.infer<typeof Hypothesis>;

export const SilenceReading = z.object({ hypothesis: Hypothesis, at: z.coerce.date(), endsOn: z.iso.date() });
export type SilenceReading = z.infer<typeof SilenceReading>;

/** What a reading asks for: it only ever adds to the care that is due. How much longer the distances become, and for how long, the policy says. */
export type Care = {
  name: string;
  /** What to do meanwhile, in a sentence. */
  advice: string;
  /** The largest ask that fits. */
  ask: AskSize;
  /** The ways that intrude least; null: as they chose. */
  channels: readonly Channel[] | null;
  /** What fits best from the library. */
  kinds: readonly AssetKind[];
};

/** House judgement, after the ghosted prospect of the seeds: patience, then value at a rhythm that fits the likely cause. */
export const cares: Record<Hypothesis, Care> = {
  no_news: {
    name: "No news on their side",
    advice: "Bring news of theirs, and leave the answer to them.",
    ...{ ask: "reply", channels: null, kinds: ["insight", "article"] },
  },
  timeline_moved: {
    name: "Their timeline moved",
    advice: "Go at their pace: something useful now and then until the new date.",
    ...{ ask: "reply", channels: null, kinds: ["article", "insight", "invitation"] },
  },
  swamped: {
    name: "They are swamped",
    advice: "Take work off them, in writing, and ask nothing.",
    ...{ ask: "none", channels: ["email", "linkedin"], kinds: ["template", "help", "sample"] },
  },
  personal: {
    name: "Something personal",
    advice: "Leave them room. If anything, a kind line that needs no answer.",
    ...{ ask: "none", channels: ["email", "mail"], kinds: ["help"] },
  },
  wrong_person: {
    name: "The wrong person",
    advice: "Make it easy to pass on, and ask who it would concern.",
    ...{ ask: "reply", channels: null, kinds: ["introduction", "article"] },
  },
  decided: {
    name: "They have decided",
    advice: "Close kindly, and leave the door open.",
    ...{ ask: "none", channels: ["email", "mail"], kinds: ["help"] },
  },
};

/** D5: a larger ask than the reading bears. They may still be brought something. */
export function asksTooMuch(plan: Plan, reading: SilenceReading | null): Reason[] {
  if (!reading) return [];
  const { name, ask } = cares[reading.hypothesis];
  if (askStep(plan.ask) <= askStep(ask)) return [];
  const sentence = `“${name}” is how their silence is read: ask for ${askedFor[ask]}, and bring something.`;
  return [{ rule: "D5", severity: "rewrite", sentence, remedy: ask === "none" ? { do: "ask-nothing" } : { do: "ask-less", ask } }];
}
