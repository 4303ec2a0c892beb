import { z } from "zod";

/** How something about a person became known (C8). */
export const FactOrigin = z.enum(["told_us", "public_professional", "third_party", "observed"]);
export type FactOrigin = z.infer<typeof FactOrigin>;

export const originNames: Record<FactOrigin, string> = {
  told_us: "They told us",
  public_professional: "Public, about their work",
  third_party: "Someone else told us",
  observed: "We noticed it",
};

/** C8: what was merely observed about a person may not appear in a message to them. */
export const mayAppearInMessage = (origin: FactOrigin) => origin !== "observed";
