import "server-only";
import { z } from "zod";

import { KnownPoint } from "#lib/consent/address.ts";
import { ConsentEntry, type Terms } from "#lib/consent/ledger.ts";
import type { Place } from "#lib/consent/law.ts";
import { RegistryId } from "#lib/consent/registries.ts";
import type { RegistryCheck } from "#lib/consent/registry.ts";
import { toTerms, type TermsRow } from "#lib/consent/terms.ts";
import { Channel, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import type { Page } from "#lib/keyset.ts";
import { may } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { byInstant, byWords, readPage } from "#lib/platform/read-page.ts";
import { aboutVisible, visibleWhere } from "#lib/platform/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

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

export type Ledger = {
  name: string;
  zone: string;
  place: Place;
  rows: (ConsentEntry & { recordedAt: Date })[];
  points: KnownPoint[];
  terms: Terms | null;
  suppressed: Channel[];
  registries: RegistryCheck[];
};

/** Somebody's whole ledger as a judge reads it, and what else was said of them by an instant; null where the actor may not see them. */
export async function findLedger(actor: Actor, prospectId: string, at: Date): Promise<Ledger | null> {
  const { orgId } = actor;
  const who = { orgId, prospectId };
  const [person, entries, points, terms, suppressed, registries] = await Promise.all([
    db.prospect.findFirst({
      where: { ...visibleWhere(actor), id: prospectId },
      select: { name: true, timeZone: true, country: true, region: true, subscriberKind: true },
    }),
    db.consentEvent.findMany({
      where: who,
      select: {
        ...{ id: true, channel: true, status: true, basis: true, saidBy: true, recordedAt: true },
        ...{ effectiveFrom: true, effectiveTo: true, contactPointId: true },
      },
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
  const rows = entries.map(({ recordedAt, ...entry }) => ({ ...ConsentEntry.parse(entry), recordedAt }));
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

/** One page of the lines that were recorded by an instant, the latest first. */
export async function listLedgerLines(actor: Actor, prospectId: string, at: Date, cursor = ""): Promise<Page<LedgerRow>> {
  const page = readPage(cursor, "highest", byInstant);
  const keys = [Prisma.sql`e."recordedAt"`, Prisma.sql`e.id`];
  const rows = await db.$queryRaw<unknown[]>`
    ${lines(actor, prospectId)} AND e."recordedAt" <= ${at} ${page.after(...keys)} ${page.order(...keys)} ${page.limit}`;
  return page.of(z.array(LedgerRow).parse(rows), ({ recordedAt }) => recordedAt.toISOString());
}

/** These lines of somebody's ledger, by their ids. */
export async function findLedgerLines(actor: Actor, prospectId: string, ids: string[]): Promise<LedgerRow[]> {
  return z.array(LedgerRow).parse(await db.$queryRaw`${lines(actor, prospectId)} AND e.id = ANY(${ids}::uuid[])`);
}

const lines = (actor: Actor, prospectId: string) => Prisma.sql`
  SELECT e.id, e.channel, e.status, e.basis, e."saidBy", e.purpose, e.method, e.wording, e."wordingVersion", e.evidence, e."effectiveFrom", e."effectiveTo",
         e."doubleOptInAt", e."recordedAt", e."contactPointId", m.name AS by, point.value AS address
    FROM "ConsentEvent" e
    LEFT JOIN "Member" m ON m."orgId" = e."orgId" AND m."userId" = e."collectedById"
    LEFT JOIN "ContactPoint" point ON point."orgId" = e."orgId" AND point.id = e."contactPointId"
   WHERE ${aboutVisible(actor, "e")} AND e."prospectId" = ${prospectId}::uuid`;

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
  id: string;
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

/** One page of the domains and companies nobody contacts, by name, or of what was taken off the list, the latest first. A group is the first of its hashes. */
export async function listSuppressed(actor: Actor, show: "in-force" | "lifted", cursor = ""): Promise<Page<GroupRow>> {
  if (!may(actor, "manage-suppression")) return { rows: [], next: null, previous: null };
  const isLifted = show === "lifted";
  const page = isLifted ? readPage(cursor, "highest", byInstant) : readPage(cursor, "lowest", byWords);
  const keys = [isLifted ? Prisma.sql`s."liftedAt"` : Prisma.sql`lower(s.label)`, Prisma.sql`s.id`];
  const [state, alike] = isLifted
    ? [Prisma.sql`s."liftedAt" IS NOT NULL`, Prisma.sql`e."liftedAt" = s."liftedAt"`]
    : [Prisma.sql`s."liftedAt" IS NULL`, Prisma.sql`e."liftedAt" IS NULL AND lower(e.label) = lower(s.label)`];
  const rows = await db.$queryRaw<(GroupRow & { key: string })[]>`
    SELECT s.id, s.kind, s.label, s.channel, s.topic, s.reason, s."createdAt", s."liftedAt", s."liftReason", lower(s.label) AS key,
           (SELECT m.name FROM "Member" m WHERE m."orgId" = s."orgId" AND m."userId" = s."createdById") AS by,
           (SELECT m.name FROM "Member" m WHERE m."orgId" = s."orgId" AND m."userId" = s."liftedById") AS "liftedBy"
      FROM "Suppression" s
     WHERE s."orgId" = ${actor.orgId}::uuid AND s.label IS NOT NULL AND ${state} ${page.after(...keys)}
       AND s.id = (SELECT e.id FROM "Suppression" e WHERE e."orgId" = s."orgId" AND e.label IS NOT NULL AND ${alike}
                      AND (e.kind, e.label, e.channel) = (s.kind, s.label, s.channel) AND e.topic IS NOT DISTINCT FROM s.topic ORDER BY e.id LIMIT 1)
     ${page.order(...keys)} ${page.limit}`;
  return page.of(rows, ({ key, liftedAt }) => liftedAt?.toISOString() ?? key);
}

const counted = 1_000;

/** How many addresses of people are on the list, of which nothing more is known; counting ends at a thousand. */
export async function countSuppressedPeople(actor: Actor): Promise<{ count: number; isMore: boolean }> {
  if (!may(actor, "manage-suppression")) return { count: 0, isMore: false };
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "Suppression" WHERE "orgId" = ${actor.orgId}::uuid AND label IS NULL AND topic IS NULL AND "liftedAt" IS NULL LIMIT ${counted + 1}) few`;
  return { count: Math.min(counted, row!.count), isMore: row!.count > counted };
}

/** Topics of the library that begin what one types; any other may be typed as well. */
export async function listTopics(actor: Actor): Promise<string[]> {
  const rows = await db.$queryRaw<{ topic: string }[]>`
    SELECT topic FROM "ValueAsset" a, unnest(a.topics) topic WHERE a."orgId" = ${actor.orgId}::uuid AND a."archivedAt" IS NULL
     GROUP BY topic ORDER BY topic LIMIT 200`;
  return rows.map(({ topic }) => topic);
}
