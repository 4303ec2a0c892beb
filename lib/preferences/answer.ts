import { z } from "zod";

import { oneLine } from "#lib/field.ts";
import { wrong } from "#lib/preferences/choice.ts";

const Words = z.string(wrong("words")).overwrite(oneLine).min(1, wrong("words")).max(300, wrong("words"));

/** What a person can say on their own page about one thing on it: a plan, something they had, a step agreed, somebody else. */
export const Answer = z.discriminatedUnion("action", [
  z.object({ action: z.literal("accept"), followUpId: z.uuid() }),
  z.object({ action: z.literal("another-time"), followUpId: z.uuid(), wish: Words }),
  z.object({ action: z.literal("not-this"), followUpId: z.uuid() }),
  z.object({ action: z.literal("react"), shareId: z.uuid(), reaction: z.enum(["useful", "not_useful"]) }),
  z.object({ action: z.literal("confirm-step"), stepId: z.uuid() }),
  z.object({ action: z.literal("correct-step"), stepId: z.uuid(), correction: Words }),
  z.object({ action: z.literal("refer"), who: Words }),
]);
export type Answer = z.infer<typeof Answer>;
export type AnswerAction = Answer["action"];
