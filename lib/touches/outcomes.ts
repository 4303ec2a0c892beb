import { type Disposition, isAnswered } from "#lib/follow-up/touch.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

export type Direction = "out" | "in";

const theirMove: readonly Disposition[] = [
  "asked_question",
  "interested",
  "thanked",
  "said_later",
  "said_no",
  "asked_to_pause",
  "asked_to_stop",
];

/** What can come of a touch, likeliest first: the chips a rep chooses from. */
export function outcomesFor(channel: Channel, direction: Direction): Disposition[] {
  if (direction === "in")
    return channel === "phone" || channel === "meeting"
      ? ["inquired", ...theirMove]
      : ["replied", "inquired", ...theirMove, "out_of_office"];
  switch (channel) {
    case "phone":
      return ["no_answer", "voicemail", "conversation", ...theirMove];
    case "meeting":
      return ["conversation", "no_answer", ...theirMove];
    case "email":
      return ["sent", "bounced", "out_of_office"];
    case "sms":
    case "linkedin":
    case "mail":
      return ["sent", "bounced"];
  }
}

/** Only we can send, find nobody or reach a voicemail; only they can come to us or reply. */
export function contradicts(direction: Direction, disposition: Disposition): boolean {
  if (direction === "in") return !isAnswered(disposition) && disposition !== "out_of_office";
  return disposition === "inquired";
}

/** How a word of theirs reached us, as the ledger calls it (C9). */
export const consentMethods: Record<Channel, "call" | "email" | "meeting" | "other"> = {
  phone: "call",
  email: "email",
  meeting: "meeting",
  sms: "other",
  linkedin: "other",
  mail: "other",
};
