import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { spokenOf } from "#lib/follow-up/spoken.ts";
import { linkLetter } from "#lib/mail/letters.ts";
import { isAddress } from "#lib/mail/message.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { countTry, type Limit } from "#lib/platform/rate-limit.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { newLink } from "#lib/preferences/new-link.ts";
import { findAddressee, findByAddress } from "#lib/preferences/store.ts";
import { readEmail } from "#lib/prospects/contact-points.ts";

const perAddress: Limit = { max: 3, windowSeconds: 24 * 60 * 60 };
const perNetwork: Limit = { max: 20, windowSeconds: 60 * 60 };

export const LostLink = z.object({ email: z.string().trim().toLowerCase().max(254).refine(isAddress) });
export type LostLink = z.infer<typeof LostLink>;

/** Who asks, as far as a request says: where from, and which languages their browser prefers. */
export type Visitor = { now: Date; from: string; languages: string | null };

/** Takes note that somebody lost their link. Whether the address is known is found out by a job, so neither the answer nor its time can tell. */
export async function askForLink({ now, from, languages }: Visitor, { email }: LostLink): Promise<Outcome<null>> {
  const retryAfterSeconds = await countTry(`lost link from ${from}`, perNetwork, now);
  if (retryAfterSeconds > 0) return no({ code: "too-many", retryAfterSeconds });
  const isOften = (await countTry(`lost link of ${email}`, perAddress, now)) > 0;
  if (!isOften) await inTransaction({ now }, ({ tx }) => enqueue(tx, "lost-link", { email, languages }));
  return ok(null);
}

export const LostLinkJob = z.object({ email: z.string(), languages: z.string().nullable() });
export type LostLinkJob = z.infer<typeof LostLinkJob>;

/** Mails whoever has this address a fresh link, one message for each organisation that knows them. After a stop, too: the page is theirs. */
export async function mailLostLinks({ now }: { now: Date }, { email, languages }: LostLinkJob): Promise<void> {
  await inTransaction({ now }, async (context) => {
    for (const { orgId, prospectIds } of await findByAddress(context.tx, readEmail(email).normalised))
      await mailLinks({ ...context, orgId }, prospectIds, { email, languages });
  });
}

async function mailLinks(place: TxContext<{ now: Date }> & { orgId: string }, prospectIds: string[], { email, languages }: LostLinkJob) {
  const urls: string[] = [];
  for (const prospectId of prospectIds) {
    const link = await newLink(place, prospectId, null, email);
    await recordEvent({ ...place, actorId: null }, { kind: "preferences.link-mailed", prospectId, subjectId: link.id });
    urls.push(link.url);
  }
  const [prospectId] = prospectIds;
  const { name, language, organisation } = await findAddressee(place, prospectId!);
  const speaks = spokenOf(language, languages);
  const letter = linkLetter[speaks]({ urls, organisation });
  await sendMail(place, { kind: "preference-link", to: { name, address: email }, language: speaks, letter, prospectId });
}
