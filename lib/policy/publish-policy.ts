import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { checked, line } from "#lib/field.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { differences, leaves } from "#lib/policy/numbers.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { readPolicyVersion } from "#lib/policy/queries.ts";
import { readChanges } from "#lib/policy/read-changes.ts";
import { SoundPolicy } from "#lib/policy/sound-policy.ts";
import { insertVersion, lockPolicy } from "#lib/policy/store.ts";

const version = z.coerce.number().int().positive();

export const PublishPolicy = z.object({
  /** The version whose numbers lay before whoever typed. */
  basedOn: version,
  note: line("Say in a sentence why, for those who read it later.", 300),
  /** What was typed, by dotted path; what equals the version it is based on changes nothing. */
  numbers: z.unknown().transform((typed) => new Map(leaves(typed))),
  /** Puts the changes on top of a version that was published meanwhile. */
  insist: checked,
});
export type PublishPolicy = z.output<typeof PublishPolicy>;

export type Published = Outcome<{ version: number }>;

/** A new version of the numbers for the whole organisation. What is planned is judged again by it in the background. */
export function publishPolicy(context: Context, { basedOn, note, numbers, insist }: PublishPolicy): Promise<Published> {
  return asPublisher(context, basedOn, insist, async (context, base, current) => {
    const read = readChanges(numbers, base, current);
    return read.ok ? publish(context, current, read.value, note) : read;
  });
}

export const RestorePolicy = z.object({ basedOn: version, version });
export type RestorePolicy = z.infer<typeof RestorePolicy>;

/** An earlier version's numbers once more, as a new version: those published never change and never disappear. */
export function restorePolicy(context: Context, { basedOn, version }: RestorePolicy): Promise<Published> {
  return asPublisher(context, basedOn, false, async (context, _base, current) => {
    if (version >= current.version) return no({ code: "not-found" });
    const earlier = await readPolicyVersion(context.tx, context.actor.orgId, version);
    const sound = SoundPolicy.safeParse(earlier);
    if (!sound.success)
      return no({ code: "conflict", sentence: `These numbers no longer fit together. ${sound.error.issues[0]!.message}` });
    return publish(context, current, { ...earlier, law: current.law }, `The numbers of version ${version} again`);
  });
}

type Work = (context: TxContext<Context>, base: Policy, current: Policy) => Promise<Published>;

/** One publishes at a time, and on what they saw: if a newer version came between, they are told instead. */
export async function asPublisher(context: Context, basedOn: number, insist: boolean, work: Work): Promise<Published> {
  if (!may(context.actor, "manage-policy")) return no({ code: "forbidden" });
  return inTransaction(context, async (context) => {
    const { tx, actor } = context;
    const current = await readPolicyVersion(tx, actor.orgId, await lockPolicy(context));
    if (basedOn > current.version) return no({ code: "not-found" });
    if (basedOn < current.version && !insist) return no({ code: "conflict", sentence: overtaken(current.version) });
    return work(context, await readPolicyVersion(tx, actor.orgId, basedOn), current);
  });
}

const overtaken = (version: number) =>
  `Version ${version} was published while you worked. What you typed is kept: publish it on top of version ${version}, or open the page again to see that one first.`;

async function publish(context: TxContext<Context>, current: Policy, next: Policy, note: string): Promise<Published> {
  const changed = differences(current, next).length;
  if (changed === 0)
    return no({ code: "conflict", sentence: "No number differs from the version in force, so there is nothing to publish." });
  return ok({ version: await keepVersion(context, current, next, note, { changed }) });
}

/** A version for good, and all that is planned on its way to be judged by it. `said` goes into the audit. */
export async function keepVersion(
  context: TxContext<Context>,
  current: Policy,
  next: Policy,
  note: string,
  said: { changed: number } | { law: string },
): Promise<number> {
  const { tx, actor, now } = context;
  const version = current.version + 1;
  await insertVersion(context, { ...next, version }, note);
  await enqueue(tx, "policy-rollout", { orgId: actor.orgId, version });
  await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind: "policy.published", data: { version, ...said, note } });
  return version;
}
