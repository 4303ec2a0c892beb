import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { endCalendarLinks, insertCalendarLink } from "#lib/schedule/store.ts";

export const MakeCalendarLink = z.object({});

/** The way to one's own feed, to be seen this once. */
export type NewCalendarLink = { id: string; path: `/calendar/${string}/feed.ics` };

/** A secret address of the actor's own follow-ups, for their calendar. One that stood before ends. */
export function makeCalendarLink(context: Context): Promise<Outcome<NewCalendarLink>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    const writer = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    await endCalendarLinks(writer, actor.userId);
    const { id, token } = await insertCalendarLink(writer, actor.userId);
    await recordEvent(writer, { kind: "calendar-link.made", subjectId: id });
    return ok({ id, path: `/calendar/${token}/feed.ics` });
  });
}
