import "server-only";
import { z } from "zod";

import { markRead } from "#lib/notices/store.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";

/** One of the actor's notices, or all of them. */
export const MarkRead = z.object({ noticeId: z.union([z.uuid(), z.literal("all")]) });
export type MarkRead = z.infer<typeof MarkRead>;

/** Marks one's own notices as read; somebody else's stay as they are. A repeat changes nothing. */
export function markNoticesRead(context: Context, { noticeId }: MarkRead): Promise<Outcome<{ read: number }>> {
  return inTransaction(context, async (context) => ok({ read: await markRead(context, noticeId === "all" ? null : [noticeId]) }));
}
