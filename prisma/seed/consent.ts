import { hashAddress } from "#lib/consent/hash-address.ts";
import { insertSuppressions, replaceRegistryList } from "#lib/consent/store.ts";
import type { Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { inRawTransaction, inTransaction } from "#lib/platform/transaction.ts";
import type { Staff } from "#prisma/seed/people.ts";
import type { Calendar } from "#prisma/seed/shape.ts";

/** Numbers that are given to nobody; one copy is fresh, one is too old to count. */
const lists = [
  { registry: "GB-CTPS", age: 6, numbers: ["+442079460958", "+441614960000"] },
  { registry: "US-DNC", age: 40, numbers: ["+12025550143", "+12025550144", "+15125550143"] },
] as const;

const counsel = {
  kind: "domain",
  label: "kuehlhaus-nord.example",
  channel: "any",
  reason: "Their counsel asked us to write to nobody there",
} as const;

/** Registries an admin brought in, and a domain a manager put on the list of those to leave alone. */
export async function seedConsent({ orgId, actors }: Staff, calendar: Calendar, hashSalt: string): Promise<void> {
  if (await db.registryList.findFirst({ where: { orgId }, select: { id: true } })) return;
  const admin: Context = { actor: actors.ines, now: calendar.ago(5) };
  for (const { registry, age, numbers } of lists) {
    const list = { id: newId(admin.now), registry, asOf: calendar.date("UTC", -age), fileName: `${registry.toLowerCase()}.txt` };
    await inRawTransaction((client) => replaceRegistryList(client, admin, list, [...numbers]));
  }
  const hashes = [hashAddress(hashSalt, counsel.kind, counsel.label)];
  await inTransaction({ actor: actors.omar, now: calendar.ago(20) }, (context) =>
    insertSuppressions(context, { ...counsel, topic: null, hashes }),
  );
}
