import type { Plan } from "#lib/follow-up/plan.ts";
import type { Remedy } from "#lib/follow-up/reason.ts";

/** What a remedy changes in the plan, or the field that has to be filled by hand. */
export function mend(plan: Plan, remedy: Remedy): { change: Partial<Plan> } | { focus: string } {
  switch (remedy.do) {
    case "move":
      return { change: { at: remedy.at } };
    case "change-channel":
      return { change: { channel: remedy.channel } };
    case "attach":
      return { change: { offer: { kind: "asset", assetId: remedy.assetId, text: "" } } };
    case "ask-nothing":
      return { change: { ask: "none" } };
    case "ask-less":
      return { change: { ask: remedy.ask } };
    case "answer-objection":
      return { change: { answersObjectionId: remedy.objectionId } };
    case "cut":
      return { change: { draft: tidy(plan.draft.slice(0, remedy.from) + plan.draft.slice(remedy.to)) } };
    case "fill-in":
      return { focus: "plan-gaps" };
    case "bring-something":
      return { focus: "plan-offer" };
    case "say-why-it-helps":
      return { focus: "plan-helps" };
    case "state-basis":
      return { focus: "plan-basis" };
  }
}

/** Leaves no lone punctuation or doubled spaces where a phrase was. */
const tidy = (text: string) =>
  text
    .replace(/^[ \t]*[,.;!?]+[ \t]*/gm, "")
    .replace(/([,.;])\s*[,.;]/g, "$1")
    .replace(/[ \t]{2,}/g, " ");
