import { z } from "zod";

import { checked, line, manyLines, oneLine } from "#lib/field.ts";

/** What somebody may ask about the data held on them (GDPR Art. 15–17, 20, 21). */
export const RequestKind = z.enum(["export", "correct", "erase", "object"], { error: "Choose what they ask for." });
export type RequestKind = z.infer<typeof RequestKind>;

export const requestNames: Record<RequestKind, string> = {
  export: "To have their data",
  correct: "A correction",
  erase: "To be erased",
  object: "No contact at all",
};

export const Way = z.enum(["page", "mail", "phone"]);
export type Way = z.infer<typeof Way>;

export const wayNames: Record<Way, string> = { page: "on their own page", mail: "by mail", phone: "by phone" };

/** Both end every contact the moment they are received (C4): nobody is written to while their erasure is being decided. */
export const stopsContact = (kind: RequestKind) => kind === "erase" || kind === "object";

/** What the law allows a refusal on; anything else is no reason. */
export const Ground = z.enum(["identity", "duty", "claims", "others", "excessive", "right-already"], {
  error: "Choose what the law allows it on.",
});
export type Ground = z.infer<typeof Ground>;

export const groundNames: Record<Ground, string> = {
  identity: "We could not make sure that it is them (Art. 12(6))",
  duty: "A law obliges us to keep it (Art. 17(3)(b))",
  claims: "It is needed for legal claims (Art. 17(3)(e))",
  others: "It would harm the rights of others (Art. 15(4))",
  excessive: "It is unfounded or repeated beyond measure (Art. 12(5))",
  "right-already": "What we hold is right as it is (Art. 16)",
};

const words = (missing: string) =>
  z.string({ error: missing }).overwrite(manyLines).min(1, missing).max(1_000, "Keep this under 1,000 characters.");

/** What a person asks for on their own page. An erasure is asked for twice: the second time it says yes. */
export const Ask = z.discriminatedUnion("ask", [
  z.object({
    ask: z.literal("correct"),
    about: line("Say what is wrong.", 120),
    right: words("Say what is right."),
  }),
  z.object({ ask: z.literal("erase"), sure: z.literal("yes") }),
]);
export type Ask = z.infer<typeof Ask>;

/** What a colleague heard of by mail or phone. */
export const RecordRequest = z.object({
  prospectId: z.uuid(),
  kind: RequestKind,
  cameBy: z.enum(["mail", "phone"], { error: "Choose how it came." }),
  words: words("Write down what they said."),
});
export type RecordRequest = z.infer<typeof RecordRequest>;

const answer = z.string().overwrite(oneLine).max(500, "Keep this under 500 characters.").default("");

/** How an admin answers. Erasing names the other records that are the same person, too. */
export const AnswerRequest = z.discriminatedUnion("as", [
  z.object({ requestId: z.uuid(), as: z.literal("done"), answer, sure: checked, also: z.array(z.uuid()).max(50).default([]) }),
  z.object({
    requestId: z.uuid(),
    as: z.literal("refused"),
    ground: Ground,
    answer: z.string().overwrite(oneLine).min(10, "Tell them why, in a sentence.").max(500, "Keep this under 500 characters."),
  }),
]);
export type AnswerRequest = z.infer<typeof AnswerRequest>;

export const ExtendRequest = z.object({
  requestId: z.uuid(),
  because: z
    .string()
    .overwrite(oneLine)
    .min(10, "Say why it takes longer; the law wants a reason.")
    .max(300, "Keep this under 300 characters."),
});
export type ExtendRequest = z.infer<typeof ExtendRequest>;
