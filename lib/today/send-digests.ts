import "server-only";
import { sendMail } from "#lib/mail/send-mail.ts";
import { env } from "#lib/platform/env.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { type DigestCounts, digestDay, digestLetter } from "#lib/today/digest.ts";
import { countForDigest, listDigestReaders, type Reader } from "#lib/today/digest-queries.ts";
import { claimDigest, keepDigestMail } from "#lib/today/store.ts";

const batch = 200;

/** Mails every member whose hour has come the digest they chose: once for a day of theirs, and not at all where there is nothing to tell. How many went out. */
export async function sendDigests(now: Date): Promise<{ sent: number }> {
  let sent = 0;
  let after: Reader | null = null;
  for (;;) {
    const readers: Reader[] = await listDigestReaders(after, batch);
    for (const reader of readers) if (await sendSafely(reader, now)) sent += 1;
    after = readers.at(-1) ?? null;
    if (readers.length < batch) return { sent };
  }
}

/** One member's trouble keeps no other's digest back; theirs is tried again in a quarter of an hour. */
async function sendSafely(reader: Reader, now: Date): Promise<boolean> {
  try {
    return await sendDigest(reader, now);
  } catch (error) {
    console.error(`digest of member ${reader.userId}:`, error);
    return false;
  }
}

async function sendDigest({ email, hour, kinds, ...actor }: Reader, now: Date): Promise<boolean> {
  const day = digestDay(actor.timeZone, hour, now);
  if (day === null) return false;
  return inTransaction({ now }, async ({ tx }) => {
    const { orgId, userId, name } = actor;
    const place = { tx, orgId, now };
    if (!(await claimDigest(place, userId, day))) return false;
    const counts: DigestCounts = await countForDigest({ actor, now });
    const wanted = Object.fromEntries(kinds.map((kind) => [kind, counts[kind]])) as DigestCounts;
    const at = (path: string) => new URL(path, env().BASE_URL).href;
    const letter = digestLetter(wanted, { today: at("/today"), settings: at("/settings") });
    if (!letter) return false;
    const { id } = await sendMail(place, { kind: "digest", to: { name, address: email }, language: "en", letter });
    await keepDigestMail(place, userId, day, id);
    return true;
  });
}
