import { z } from "zod";

import { AskSize, Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";

/** What came of a touch. The first five are ours alone; from `replied` on the person did something. */
export const Disposition = z.enum([
  "sent",
  "no_answer",
  "voicemail",
  "bounced",
  "out_of_office",
  "conversation",
  "replied",
  "asked_question",
  "interested",
  "thanked",
  "inquired",
  "said_later",
  "said_no",
  "asked_to_pause",
  "asked_to_stop",
]);
export type Disposition = z.infer<typeof Disposition>;

export const dispositionNames: Record<Disposition, string> = {
  sent: "Sent",
  no_answer: "No answer",
  voicemail: "Left a voicemail",
  bounced: "Did not arrive",
  out_of_office: "Out of office",
  conversation: "We talked",
  replied: "They replied",
  asked_question: "They asked something",
  interested: "They are interested",
  thanked: "They thanked us",
  inquired: "They came to us",
  said_later: "Later, they said",
  said_no: "They said no",
  asked_to_pause: "They asked for a pause",
  asked_to_stop: "They asked us to stop",
};

const silent: readonly Disposition[] = ["sent", "no_answer", "voicemail", "bounced", "out_of_office"];
const welcomed: readonly Disposition[] = ["asked_question", "interested", "thanked", "inquired"];

/** Whether the person answered in any way, on this touch. */
export const isAnswered = (disposition: Disposition) => !silent.includes(disposition);

/** Whether the person showed that it was welcome (V4). */
export const isWelcomed = (disposition: Disposition) => welcomed.includes(disposition);

/** What never reached them is not counted against them. */
export const hasReached = (disposition: Disposition) => disposition !== "bounced" && disposition !== "out_of_office";

/** Whether they now wait for us: they asked, want more, or came to us. */
export const awaitsAnswer = (disposition: Disposition) =>
  disposition === "asked_question" || disposition === "interested" || disposition === "inquired";

/** Whether they turned us away, for now or for good: what they said then is no point of theirs to come back to. */
export const isRefusal = (disposition: Disposition) =>
  disposition === "said_no" || disposition === "said_later" || disposition === "asked_to_pause" || disposition === "asked_to_stop";

/** Ours, and it reached them. */
export const isOutbound = ({ direction, disposition }: Pick<Touch, "direction" | "disposition">) =>
  direction === "out" && hasReached(disposition);

/** One contact as the judges see it, ours or theirs, past only. */
export const Touch = z.object({
  id: z.string(),
  at: z.coerce.date(),
  channel: Channel,
  direction: z.enum(["out", "in"]),
  disposition: Disposition,
  offer: z
    .object({ kind: OfferKind, assetId: z.string().nullable().default(null), text: z.string().nullable().default(null) })
    .default({ kind: "none", assetId: null, text: null }),
  ask: AskSize.default("none"),
  theySaid: z.string().nullable().default(null),
  /** The value it was judged to bring when planned, 0–100. */
  value: z.number().min(0).max(100).nullable().default(null),
});
export type Touch = z.infer<typeof Touch>;
