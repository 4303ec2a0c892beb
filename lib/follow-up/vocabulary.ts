import { z } from "zod";

/** The ways to reach a person. `mail` is a letter, `meeting` a visit or video call. */
export const Channel = z.enum(["email", "phone", "sms", "linkedin", "mail", "meeting"]);
export type Channel = z.infer<typeof Channel>;

/** What we ask of them, from smallest to largest (G2). */
export const AskSize = z.enum(["none", "reply", "resource", "call", "meeting", "trial", "commitment"]);
export type AskSize = z.infer<typeof AskSize>;

/** What a touch brings them (V2). `requested` is what they asked us for; `resource` is oneself, at their service. */
export const OfferKind = z.enum(["none", "asset", "answer", "introduction", "invitation", "news", "sample", "requested", "resource"]);
export type OfferKind = z.infer<typeof OfferKind>;

/** What stands in the value library. */
export const AssetKind = z.enum(["article", "insight", "template", "sample", "invitation", "introduction", "help"]);
export type AssetKind = z.infer<typeof AssetKind>;

/** When something from the library suits: before they know us, while they weigh it, when they decide, as customers. */
export const AssetStage = z.enum(["first", "weighing", "deciding", "customer"]);
export type AssetStage = z.infer<typeof AssetStage>;

/** How they are protected by law: unknown is read as the most protected. */
export const SubscriberKind = z.enum(["consumer", "sole_trader", "corporate", "unknown"]);
export type SubscriberKind = z.infer<typeof SubscriberKind>;

/** How a relationship began. */
export const Relationship = z.enum(["cold", "inbound", "referral", "customer"]);
export type Relationship = z.infer<typeof Relationship>;

/** Where the relationship stands now; it sets the rhythm (D2, D5). `soft_no` is after a no that was not final. */
export const RelationshipState = z.enum(["inbound", "cold", "warm", "opportunity", "ghosted", "nurture", "customer", "soft_no"]);
export type RelationshipState = z.infer<typeof RelationshipState>;

export const channelNames: Record<Channel, string> = {
  email: "E-mail",
  phone: "Phone",
  sms: "Text message",
  linkedin: "LinkedIn",
  mail: "Letter",
  meeting: "Meeting",
};

export const askNames: Record<AskSize, string> = {
  none: "Nothing",
  reply: "A short reply",
  resource: "To look at something",
  call: "A call",
  meeting: "A meeting",
  trial: "A trial",
  commitment: "A commitment",
};

/** What is asked for, inside a sentence: "It asks for a call". */
export const askedFor: Record<AskSize, string> = {
  none: "nothing",
  reply: "a short reply",
  resource: "a look at something",
  call: "a call",
  meeting: "a meeting",
  trial: "a trial",
  commitment: "a commitment",
};

export const offerNames: Record<OfferKind, string> = {
  none: "Nothing yet",
  asset: "Something from the library",
  answer: "An answer to their question",
  introduction: "An introduction",
  invitation: "An invitation",
  news: "News that concerns them",
  sample: "A sample",
  requested: "What they asked for",
  resource: "Help with something of theirs",
};
