import "server-only";
import { z } from "zod";

import { stateBasis } from "#lib/consent/state-basis.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { optionalLine } from "#lib/field.ts";
import { spokenOf } from "#lib/follow-up/spoken.ts";
import type { StatedBasis } from "#lib/follow-up/plan.ts";
import { askLetter } from "#lib/mail/letters.ts";
import { isAddress } from "#lib/mail/message.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Tx } from "#lib/platform/db.ts";
import { countTry, type Limit } from "#lib/platform/rate-limit.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { daysBetweenAsks } from "#lib/preferences/asking.ts";
import { AskBasis } from "#lib/preferences/law-of-asking.ts";
import { findLawOfAsking, mayNotAsk } from "#lib/preferences/may-ask.ts";
import { newLink } from "#lib/preferences/new-link.ts";
import { findAddressee, findVisible } from "#lib/preferences/store.ts";
import { readDossier } from "#lib/scoring/queries.ts";

/** `basis`: why we may, where the law of their place asks for a reason (C9). */
export const AskProspect = z.object({
  prospectId: z.uuid(),
  basis: AskBasis.nullish().transform((kind) => kind ?? null),
  note: optionalLine(300),
});
export type AskProspect = z.output<typeof AskProspect>;

/** Asking is a question to one person, not a campaign. */
const perMember: Limit = { max: 60, windowSeconds: 3600 };

type Place = { tx: Tx; orgId: string; actorId: string; now: Date };

const refused = (sentence: string) => no({ code: "conflict", sentence });

/** Mails a prospect the link to their own page and asks how they want to be contacted (C1). Nobody here sees the link. */
export async function askProspect(context: Context, { prospectId, basis: kind, note }: AskProspect): Promise<Outcome<{ mailId: string }>> {
  const { orgId, userId } = context.actor;
  const retryAfterSeconds = await countTry(`asking by ${orgId} ${userId}`, perMember, context.now);
  if (retryAfterSeconds > 0) return no({ code: "too-many", retryAfterSeconds });
  return inTransaction(context, async ({ tx, actor, now }) => {
    const { orgId, userId } = actor;
    const place = { tx, orgId, now };
    if (!(await findVisible(tx, actor, prospectId))) return no({ code: "not-found" });
    const basis = kind && { kind, note: note ?? "" };
    const why = await mayNotAsk(place, prospectId, { basis });
    if (why) return refused(why);
    const { name, language, isArchived, email, owner, ownerEmail, organisation } = await findAddressee(place, prospectId);
    if (isArchived) return refused("This record is archived. Restore it to ask them.");
    if (!email) return refused("There is no e-mail address on the record. Make their link and hand it over instead.");
    if (!isAddress(email)) return refused(`Mail cannot be sent to “${email}”. Mend the address first.`);

    if (basis) await keepBasis({ ...place, actorId: userId }, prospectId, basis);
    const speaks = spokenOf(language);
    const { url } = await newLink(place, prospectId, userId, email);
    const letter = askLetter[speaks]({ url, rep: owner, organisation, days: daysBetweenAsks });
    const mail = await sendMail(place, {
      kind: "ask",
      to: { name, address: email },
      language: speaks,
      letter,
      replyTo: ownerEmail,
      prospectId,
    });
    await recordEvent({ ...place, actorId: userId }, { kind: "preferences.asked", prospectId, subjectId: mail.id });
    return ok({ mailId: mail.id });
  });
}

/** What was stated is kept where the question rests on it. */
async function keepBasis(place: Place, prospectId: string, basis: StatedBasis): Promise<void> {
  const dossier = await readDossier(place.tx, place.orgId, prospectId, { now: place.now });
  const { may } = await findLawOfAsking(place, dossier, dossier.person.timeZone ?? dossier.homeZone);
  if (may !== "yes") await stateBasis(place, { prospectId, channel: "email", basis }, dossier);
}
