import "server-only";
import { z } from "zod";

import { stoppedAltogether } from "#lib/consent/standing.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { findLawOfAsking } from "#lib/preferences/may-ask.ts";
import { newLink } from "#lib/preferences/new-link.ts";
import { findAddressee, findVisible } from "#lib/preferences/store.ts";
import { readDossier } from "#lib/scoring/queries.ts";

const stopped = "They asked us to stop. Only a link they already have can change that, so no new one is made.";
const reachable = "They have an e-mail address: ask them, and the link goes to them alone.";

export const IssueLink = z.object({ prospectId: z.uuid() });
export type IssueLink = z.infer<typeof IssueLink>;

/** Makes a prospect's own link to hand over, where no e-mail can bring it or the law of their place lets none (C1, C9). Who made it is kept; the address is told this once. */
export function issueLink(context: Context, { prospectId }: IssueLink): Promise<Outcome<{ url: string }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    if (!(await findVisible(tx, actor, prospectId))) return no({ code: "not-found" });

    const { orgId, userId } = actor;
    const place = { tx, orgId, now };
    // a link in a rep's hands must not undo a stop (C4); the link they were given keeps working, should they change their mind
    const dossier = await readDossier(tx, orgId, prospectId, { now });
    const { ledger, suppressed, person, homeZone } = dossier;
    if (stoppedAltogether(ledger, now) || suppressed.length === Channel.options.length) return no({ code: "conflict", sentence: stopped });
    const { may } = await findLawOfAsking(place, dossier, person.timeZone ?? homeZone);
    if (may === "yes" && (await findAddressee(place, prospectId)).email) return no({ code: "conflict", sentence: reachable });

    const { id: linkId, url } = await newLink(place, prospectId, userId, null);
    await recordEvent({ ...place, actorId: userId }, { kind: "preferences.link-issued", prospectId, subjectId: linkId });
    return ok({ url });
  });
}
