import { z } from "zod";

/** What a change in the ledger means to whoever reads the overview, gravest first. */
export const ConsentKind = z.enum(["stop", "channel", "pause", "agreement", "date", "back", "terms", "basis", "imported"]);
export type ConsentKind = z.infer<typeof ConsentKind>;

export const consentKindNames: Record<ConsentKind, string> = {
  stop: "Stopped, for everyone here",
  channel: "Said no to a channel",
  pause: "Asked for a pause",
  agreement: "Agreed to be contacted",
  date: "Named a day to come back",
  back: "Came back",
  terms: "Chose how they are contacted",
  basis: "Basis stated by one of us",
  imported: "Came in with an import",
};
