import "server-only";
import type { TxContext } from "#lib/platform/transaction.ts";
import type { ProspectFields } from "#lib/prospects/prospect-fields.ts";

/** What the record holds as it stands, by the names of its form: to compare with what is saved over it. The source of an old record may be missing. */
export type StandingFields = Omit<ProspectFields, "companyId" | "source"> & { source: string | null };

/** The caller holds the record's lock. */
export async function readStandingFields({ tx, actor }: TxContext, prospectId: string): Promise<StandingFields> {
  const [row] = await tx.$queryRaw<
    (Omit<StandingFields, "emails" | "phones" | "linkedin" | "address"> & { points: { kind: string; value: string }[] })[]
  >`
    SELECT p.name, p."givenName", p."familyName", p."jobTitle", c.name AS "companyName", p."timeZone", p.country, p.region, p.language, p."subscriberKind",
           p.relationship, p.source,
           (SELECT coalesce(json_agg(json_build_object('kind', t.kind, 'value', t.value) ORDER BY t."isPrimary" DESC, t.id), '[]') FROM "ContactPoint" t
             WHERE t."orgId" = p."orgId" AND t."prospectId" = p.id AND t."invalidAt" IS NULL) AS points
      FROM "Prospect" p LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
     WHERE p."orgId" = ${actor.orgId}::uuid AND p.id = ${prospectId}::uuid`;
  const { points, ...fields } = row!;
  const of = (kind: string) => points.filter((point) => point.kind === kind).map(({ value }) => value);
  return { ...fields, emails: of("email"), phones: of("phone"), linkedin: of("linkedin")[0] ?? null, address: of("address")[0] ?? null };
}
