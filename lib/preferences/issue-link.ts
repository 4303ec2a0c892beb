import "server-only";
import { z } from "zod";

import { stoppedAltogether } from "#lib/consent/standing.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { newToken } from "#lib/platform/ids.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { findVisible, keepLink } from "#lib/preferences/store.ts";

const stopped = "They asked us to stop. Only a link they already have can change that, so no new one is made.";

export const IssueLink = z.object({ prospectId: z.uuid() });
export type IssueLink = z.infer<typeof IssueLink>;

/** Makes a prospect's own link (C1). Its address is told this once; only the hash stays. Earlier links keep working, since they may stand in a mailbox. */
export function issueLink(context: Context, { prospectId }: IssueLink): Promise<Outcome<{ url: string }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    if (!(await findVisible(tx, actor, prospectId))) return no({ code: "not-found" });

    const { orgId, userId } = actor;
    // a link in a rep's hands must not undo a stop (C4); the link they were given keeps working, should they change their mind
    const { ledger, suppressed } = await readDossier(tx, orgId, prospectId, { now });
    if (stoppedAltogether(ledger, now) || suppressed.length === Channel.options.length) return no({ code: "conflict", sentence: stopped });

    const { token, hash } = newToken(orgId);
    const linkId = await keepLink({ tx, orgId, now }, prospectId, hash, userId);
    await recordEvent({ tx, orgId, actorId: userId, now }, { kind: "preferences.link-issued", prospectId, subjectId: linkId });
    return ok({ url: new URL(`/preferences/${token}`, env().BASE_URL).href });
  });
}
