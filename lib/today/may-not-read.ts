import "server-only";
import type { Recheck } from "#lib/mail/deliver.ts";
import { lockReader } from "#lib/today/store.ts";

/** Why a digest may not leave any more, or null: whoever it was for left meanwhile, or wants none now. It holds them until the message is taken up. */
export const mayNotRead: Recheck = async (place, { id }) => {
  const reader = await lockReader(place, id);
  if (!reader || reader.deactivatedAt) return "They no longer work here.";
  return reader.hour === null ? "They switched their digest off." : null;
};
