import "server-only";
import { z } from "zod";

import { mostNumbers, readRegistryList, RegistryId } from "#lib/consent/registries.ts";
import { replaceRegistryList } from "#lib/consent/store.ts";
import { recordEvents } from "#lib/events/record-event.ts";
import { oneLine } from "#lib/field.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { inRawTransaction, inTransaction, sqlOver } from "#lib/platform/transaction.ts";

export const UploadRegistry = z.object({
  registry: RegistryId,
  /** The day the list was drawn up, by which its age counts. */
  asOf: z.iso.date("Say of which day the list is."),
  fileName: z.string().overwrite(oneLine).max(120).catch("list"),
});
export type UploadRegistry = z.output<typeof UploadRegistry>;

/** A share of lines that may be something else; a list with more is another list, or another country's, and a number missing from it means nothing. */
const mostUnreadable = 0.01;

export type Uploaded = { count: number; unreadable: number };

/** Takes in a registry of numbers that must not be rung up, in the place of the one before (C9). Only salted hashes are kept. What is planned with somebody on it is judged again. */
export async function uploadRegistry(
  context: Context,
  { registry, asOf, fileName }: UploadRegistry,
  text: string,
): Promise<Outcome<Uploaded>> {
  const { actor, now } = context;
  if (!may(actor, "manage-policy")) return no({ code: "forbidden" });
  if (asOf > dateOf(localDay(actor.timeZone, now))) return invalid("asOf", "This day is still to come.");
  const { numbers, unreadable } = readRegistryList(text, registry);
  if (numbers.length === 0) return invalid("file", "No line of this file is a phone number of that country. Nothing was changed.");
  if (unreadable > numbers.length * mostUnreadable)
    return invalid(
      "file",
      `${unreadable === 1 ? "A line is" : `${unreadable.toLocaleString("en")} lines are`} no phone number of that country: too many of so few to trust the rest. Nothing was changed.`,
    );
  if (numbers.length > mostNumbers) return invalid("file", `A list can hold ${mostNumbers.toLocaleString("en")} numbers at most.`);
  await inRawTransaction(async (client) => {
    await replaceRegistryList(client, context, { id: newId(now), registry, asOf, fileName }, numbers);
    const place = { tx: sqlOver(client), orgId: actor.orgId, actorId: actor.userId, now };
    await recordEvents(place, [{ kind: "registry.uploaded", data: { registry, asOf, fileName, count: numbers.length, unreadable } }]);
  });
  await inTransaction({}, ({ tx }) => enqueue(tx, "hold-stopped", { orgId: actor.orgId }));
  return ok({ count: numbers.length, unreadable });
}
