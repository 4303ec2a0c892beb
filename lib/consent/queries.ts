import "server-only";
import { z } from "zod";

import { KnownPoint } from "#lib/consent/address.ts";
import { ConsentEntry, type Terms } from "#lib/consent/ledger.ts";
import type { Place } from "#lib/consent/law.ts";
import { RegistryId } from "#lib/consent/registries.ts";
import type { RegistryCheck } from "#lib/consent/registry.ts";
import { toTerms, type TermsRow } from "#lib/consent/terms.ts";
import { Channel, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo, visibleWhere } from "#lib/platform/scope.ts";
import { may } from "#lib/people/roles.ts";

/** A line of the ledger with all that makes it evidence: who, when, how, in which words (C9). */
export const LedgerRow = ConsentEntry.extend({
  purpose: z.string(),
  method: z.string(),
  wording: z.string().nullable(),
  wordingVersion: z.string().nullable(),
  evidence: z.string().nullable(),
  doubleOptInAt: z.date().nullable(),
  recordedAt: z.date(),
  by: z.string().nullable(),
  address: z.string().nullable(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

export type LedgerPage = {
  name: string;
  zone: string;
  place: Place;
  rows: LedgerRow[];
  points: KnownPoint[];
  terms: Terms | null;
  suppressed: Channel[];
  registries: RegistryCheck[];
};

/** Somebody's ledger, the latest line first, and what else was said of them by an instant; null where the actor may not see them. */
export async function findLedger(actor: Actor, prospectId: string, at: Date): Promise<LedgerPage | null> {
  const { orgId } = actor;
  const who = { orgId, prospectId };
  const [person, entries, points, terms, suppressed, registries] = await Promise.all([
    db.prospect.findFirst({
      where: { ...visibleWhere(actor), id: prospectId },
      select: { name: true, timeZone: true, country: true, region: true, subscriberKind: true },
    }),
    db.consentEvent.findMany({
      where: who,
      include: { collectedBy: { select: { name: true } }, contactPoint: { select: { value: true } } },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    }),
    db.contactPoint.findMany({
      where: { ...who, createdAt: { lte: at } },
      select: { id: true, kind: true, value: true, isPrimary: true, invalidAt: true },
    }),
    db.communicationPreference.findFirst({ where: { ...who, createdAt: { lte: at } }, orderBy: { version: "desc" } }),
    db.$queryRaw<{ channel: Channel | "any" }[]>`
      SELECT DISTINCT s.channel FROM "Suppression" s
       WHERE s."orgId" = ${orgId}::uuid AND s.hash = ANY(ARRAY(SELECT h.hash FROM hashes_of(${orgId}::uuid, ${prospectId}::uuid) h))
         AND s.topic IS NULL AND s."createdAt" <= ${at} AND (s."liftedAt" IS NULL OR s."liftedAt" > ${at})`,
    // of a list that was replaced no number is left, so what was there before counts as not checked
    db.$queryRaw<RegistryCheck[]>`
      SELECT r.list, r."asOf"::text AS "asOf", r.listed FROM registry_checks(${orgId}::uuid, ${prospectId}::uuid) r WHERE r."uploadedAt" <= ${at}`,
  ]);
  if (!person) return null;
  const { name, country, region, subscriberKind, timeZone } = person;
  const rows = entries.map(({ collectedBy, contactPoint, ...entry }) =>
    LedgerRow.parse({ ...entry, by: collectedBy?.name ?? null, address: contactPoint?.value ?? null }),
  );
  return {
    name,
    zone: timeZone ?? actor.timeZone,
    place: { country, region, subscriberKind: SubscriberKind.parse(subscriberKind) },
    rows,
    points: points.map(({ invalidAt, ...point }) => KnownPoint.parse({ ...point, isInvalid: invalidAt !== null && invalidAt <= at })),
    registries,
    terms: terms && toTerms(terms satisfies TermsRow),
    suppressed: suppressed.some(({ channel }) => channel === "any")
      ? Channel.options
      : suppressed.map(({ channel }) => Channel.parse(channel)),
  };
}

export type RegistryRow = { registry: RegistryId; asOf: string; count: number; fileName: string; uploadedAt: Date; by: string };

/** The registries an organisation holds, one list each. */
export async function listRegistries({ orgId }: Actor): Promise<RegistryRow[]> {
  const rows = await db.registryList.findMany({
    where: { orgId, replacedAt: null },
    include: { uploadedBy: { select: { name: true } } },
    orderBy: { registry: "asc" },
  });
  return rows.map(({ registry, asOf, count, fileName, uploadedAt, uploadedBy }) => ({
    ...{ registry: RegistryId.parse(registry), asOf: asOf.toISOString().slice(0, 10), count, fileName, uploadedAt, by: uploadedBy.name },
  }));
}

export type GroupRow = {
  kind: "domain" | "company";
  label: string;
  channel: Channel | "any";
  topic: string | null;
  reason: string;
  createdAt: Date;
  by: string | null;
  liftedAt: Date | null;
  liftedBy: string | null;
  liftReason: string | null;
};
export type SuppressionPage = { groups: GroupRow[]; people: number; companies: string[]; topics: string[] };

const most = 200;

/** The domains and companies nobody contacts, those in force first; how many addresses of people beside them, of which nothing more is known. */
export async function findSuppressions(actor: Actor): Promise<SuppressionPage> {
  if (!may(actor, "manage-suppression")) return { groups: [], people: 0, companies: [], topics: [] };
  const { orgId } = actor;
  const [groups, people, companies, topics] = await Promise.all([
    db.$queryRaw<GroupRow[]>`
      SELECT s.kind, s.label, s.channel, s.topic, min(s.reason) AS reason, min(s."createdAt") AS "createdAt", min(b.name) AS by,
             s."liftedAt", min(l.name) AS "liftedBy", min(s."liftReason") AS "liftReason"
        FROM "Suppression" s
        LEFT JOIN "Member" b ON b."orgId" = s."orgId" AND b."userId" = s."createdById"
        LEFT JOIN "Member" l ON l."orgId" = s."orgId" AND l."userId" = s."liftedById"
       WHERE s."orgId" = ${orgId}::uuid AND s.label IS NOT NULL
       GROUP BY s.kind, s.label, s.channel, s.topic, s."liftedAt" ORDER BY s."liftedAt" DESC NULLS FIRST, min(s."createdAt") DESC LIMIT ${most}`,
    db.suppression.count({ where: { orgId, label: null, topic: null, liftedAt: null } }),
    db.$queryRaw<
      { name: string }[]
    >`SELECT c.name FROM "Company" c WHERE ${visibleTo(actor, "c")} AND c."archivedAt" IS NULL ORDER BY c.name LIMIT ${most}`,
    db.$queryRaw<{ topic: string }[]>`
      SELECT topic FROM "ValueAsset" a, unnest(a.topics) topic WHERE a."orgId" = ${orgId}::uuid AND a."archivedAt" IS NULL
       GROUP BY topic ORDER BY topic LIMIT ${most}`,
  ]);
  return { groups, people, companies: companies.map(({ name }) => name), topics: topics.map(({ topic }) => topic) };
}
