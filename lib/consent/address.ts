import { z } from "zod";

import type { Channel } from "#lib/follow-up/vocabulary.ts";

/** An address or number of theirs, as consent sees it. `isInvalid`: it no longer reaches them. */
export const KnownPoint = z.object({
  id: z.string(),
  kind: z.enum(["email", "phone", "linkedin", "address"]),
  value: z.string(),
  isPrimary: z.boolean().default(false),
  isInvalid: z.boolean().default(false),
});
export type KnownPoint = z.infer<typeof KnownPoint>;

/** All we know of; null: nobody said which there are, so that what was said of one speaks for its channel. */
export type KnownPoints = readonly KnownPoint[] | null;

const kindOf: Record<Channel, KnownPoint["kind"] | null> = {
  email: "email",
  phone: "phone",
  sms: "phone",
  linkedin: "linkedin",
  mail: "address",
  meeting: null,
};

/** Where a contact by this channel goes: to what still reaches them, the main one first. */
export function addressOf(points: readonly KnownPoint[], channel: Channel): KnownPoint | null {
  const kind = kindOf[channel];
  let best: KnownPoint | null = null;
  for (const point of points) if (point.kind === kind && !point.isInvalid && (!best || isBefore(point, best))) best = point;
  return best;
}

const isBefore = (a: KnownPoint, b: KnownPoint) => (a.isPrimary === b.isPrimary ? a.id < b.id : a.isPrimary);

/** No line of the ledger speaks of it alone. */
export const noAddress = "";

/** Of which address the ledger is asked when they are contacted this way (C9): its id, or null for the channel as a whole. */
export const addressAsked = (points: KnownPoints, channel: Channel): string | null =>
  points && (addressOf(points, channel)?.id ?? noAddress);
