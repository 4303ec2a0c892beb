import "server-only";
import { getDomain } from "tldts";
import { z } from "zod";

import { hashAddress } from "#lib/consent/hash-address.ts";
import { insertSuppressions } from "#lib/consent/store.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { line, optionalLine } from "#lib/field.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";

export const SuppressGroup = z.object({
  kind: z.enum(["domain", "company"]),
  name: line("Write the domain, such as example.com, or the company’s name."),
  channel: z.union([Channel, z.literal("any")]).default("any"),
  /** Only this is left out; none: all contact. */
  topic: optionalLine(60),
  reason: line("Say in a sentence why, for those who read it later.", 300),
});
export type SuppressGroup = z.output<typeof SuppressGroup>;

/**
 * C4: nobody of a domain or company is contacted, whoever they are and whenever they come in; or nobody of it hears of one topic. It waits for those who are planning, so that each plan is
 * either seen by what holds them afterwards, or sees the suppression.
 */
export async function suppressGroup(
  context: Context,
  { kind, name, channel, topic, reason }: SuppressGroup,
): Promise<Outcome<{ label: string }>> {
  if (!may(context.actor, "manage-suppression")) return no({ code: "forbidden" });
  const domain = kind === "domain" ? domainIn(name) : null;
  if (kind === "domain" && !domain) return invalid("name", "This is not a domain; example.com is.");
  if (topic && channel !== "any")
    return invalid("channel", "A topic is left out on every way. Choose every way, or leave the topic empty.");
  return inTransaction(context, async (context) => {
    const { tx, actor, now } = context;
    await tx.$queryRaw`SELECT policy_to_replace(${actor.orgId}::uuid)`;
    const { hashSalt } = await tx.organisation.findUniqueOrThrow({ where: { id: actor.orgId }, select: { hashSalt: true } });
    const group = domain ? { label: domain, values: [domain] } : await findCompany(context, name);
    if (!group) return invalid("name", "No company here has this name. Choose one from the list, or stop its domain.");
    const hashes = group.values.map((value) => hashAddress(hashSalt, kind, value));
    const added = await insertSuppressions(context, { kind, hashes, label: group.label, channel, topic, reason });
    if (added === 0) return no({ code: "conflict", sentence: `${group.label} is on the list already.` });
    await enqueue(tx, "hold-stopped", { orgId: actor.orgId });
    const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    await recordEvent(place, { kind: "suppression.added", data: { kind, label: group.label, channel, topic, reason } });
    return ok({ label: group.label });
  });
}

/** The domain in what was typed: an address of a site or a mailbox counts, a whole country's ending does not. */
function domainIn(typed: string): string | null {
  const host = typed
    .toLowerCase()
    .replace(/^.*@/, "")
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#:].*$/, "");
  return getDomain(host) ? host : null;
}

/** A company is known by its name and by its record, so that neither a new name nor a new record brings it back. */
async function findCompany({ tx, actor }: TxContext<Context>, name: string): Promise<{ label: string; values: string[] } | null> {
  const rows = await tx.company.findMany({
    where: { orgId: actor.orgId, name: { equals: name, mode: "insensitive" } },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
  const [first] = rows;
  return first ? { label: first.name, values: [first.name.toLowerCase(), ...rows.map(({ id }) => id)] } : null;
}
