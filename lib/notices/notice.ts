import { z } from "zod";

import { dayOf, sayCalendarDay, sayDayInFull } from "#lib/follow-up/local-time.ts";
import { Remedy } from "#lib/follow-up/reason.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";

/** What members are told of: what a prospect chose (C2–C4, C7), and what one asks about the data held on them (C8). */
export const NoticeKind = z.enum([
  "chosen",
  "paused",
  "resumed",
  "call-back",
  "stopped",
  "undone",
  "someone-else",
  "answered",
  "changed",
  "merged",
  "export",
  "correct",
  "erase",
  "object",
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** A follow-up that was taken off, why, and what would mend it. */
const Held = z.object({
  followUpId: z.string(),
  channel: Channel,
  at: z.coerce.date(),
  reason: z.string(),
  remedy: Remedy.nullable().catch(null),
});
export type HeldPlan = z.infer<typeof Held>;

/** What a notice keeps besides whom it is about: no name and no address. `day` is the one they named, or the last to answer a request. */
export const NoticeData = z.object({
  day: z.iso.date().nullable().default(null),
  by: z.enum(["person", "rep", "import", "admin"]).default("person"),
  held: z.array(Held).default([]),
});
export type NoticeData = z.infer<typeof NoticeData>;

export type Notice = {
  id: string;
  kind: NoticeKind;
  prospectId: string;
  /** What one calls them in a sentence. */
  who: string;
  data: NoticeData;
  createdAt: Date;
  readAt: Date | null;
};

/** What has to be known before the next touch: the rest may wait for the list. */
export const isImportant = ({ kind, data }: Pick<Notice, "kind" | "data">) => kind !== "chosen" || data.held.length > 0;

/** A notice in one sentence, and the rule it rests on. */
export function sayNotice({ kind, who, data: { day, by } }: Pick<Notice, "kind" | "who" | "data">): { sentence: string; rule: string } {
  const until = day ? ` until ${sayDayInFull(dayOf(day))}` : "";
  const due = day ? ` Answer by ${sayCalendarDay(dayOf(day))}.` : "";
  switch (kind) {
    case "chosen":
      return { sentence: `${who} chose how to be contacted.`, rule: "C2" };
    case "paused":
      return { sentence: `${who} asked for a pause${until}. Nobody contacts them before.`, rule: "C3" };
    case "resumed":
      return { sentence: `${who} ended the pause. You may contact them again, the way they chose.`, rule: "C3" };
    case "call-back":
      return {
        sentence: `${who} asks you to come back${day ? ` on ${sayDayInFull(dayOf(day))}` : " later"}, and for nothing before.`,
        rule: "C7",
      };
    case "stopped":
      return { sentence: `${stoppedBy(who, by)} It holds for everyone here.`, rule: "C4" };
    case "undone":
      return { sentence: `${who} took the stop back. What was planned stays off.`, rule: "C4" };
    case "someone-else":
      return { sentence: `${who} says someone else is the one to talk to.`, rule: "P1" };
    case "answered":
      return { sentence: `${who} answered on their own page: look at what is planned and agreed.`, rule: "G1" };
    case "changed":
      return { sentence: `What may be done with ${who} changed.`, rule: "C9" };
    case "merged":
      return {
        sentence: `Two records of ${who} became one. The stricter of their wishes hold, and one of you goes on with it.`,
        rule: "D9",
      };
    case "export":
      return { sentence: `${who} asks for the data held about them.${due}`, rule: "C8" };
    case "correct":
      return { sentence: `${who} asks to correct something held about them.${due}`, rule: "C8" };
    case "erase":
      return { sentence: `${who} asks to be erased. Nobody contacts them any more.${due}`, rule: "C8" };
    case "object":
      return { sentence: `${who} objects to being contacted. Nobody contacts them any more.${due}`, rule: "C8" };
  }
}

function stoppedBy(who: string, by: NoticeData["by"]): string {
  if (by === "import") return `An import says that ${who} wants no contact.`;
  if (by === "rep") return `${who} told a colleague to stop all contact.`;
  return by === "admin" ? `${who} is on the list of those who must not be contacted.` : `${who} stopped all contact.`;
}
