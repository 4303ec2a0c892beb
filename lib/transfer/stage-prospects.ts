import "server-only";
import type { PoolClient } from "pg";

import { hashAddress } from "#lib/consent/hash-address.ts";
import { newId } from "#lib/platform/ids.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { DuplicateFinder } from "#lib/transfer/find-duplicates.ts";
import { CompanyRegister } from "#lib/transfer/group-companies.ts";
import type { ImportOptions } from "#lib/transfer/mapping.ts";
import { type ProspectRow, readProspect } from "#lib/transfer/read-prospect.ts";
import type { Owner, RowReader } from "#lib/transfer/read-row.ts";
import { copyInto, stageColumns, type Value } from "#lib/transfer/stage.ts";

export type Line = { line: number; cells: string[] };
export type Staging = { client: PoolClient; orgId: string; now: Date; reader: RowReader; options: Partial<ImportOptions> };

/** Reads people from cells into the stage, batch by batch; companies come last, when all their mentions are known. */
export async function stageProspects({ client, orgId, now, reader, options }: Staging, batches: AsyncIterable<Line[]>): Promise<void> {
  const finder = new DuplicateFinder();
  const register = new CompanyRegister();
  const owners: Owner[] = [];
  const suppressed = await findSuppressions(client, orgId);
  for await (const lines of batches) {
    const rows = lines.map(({ line, cells }) => readProspect(reader, line, cells));
    const staged = rows.map((row): Value[] => {
      const company = row.company ? register.add(row.line, row.company, row.domain, row.country) : null;
      if (company !== null) owners[company] ??= row.owner;
      return stagedRow(row, { leader: finder.add(row), company, newId: () => newId(now), options });
    });
    await copyInto(client, stageColumns.row, staged);
    await copyInto(
      client,
      stageColumns.point,
      rows.flatMap(({ line, points }) => points.map(({ kind, value, normalised }, nr) => [line, newId(now), kind, value, normalised, nr])),
    );
    await copyInto(
      client,
      stageColumns.fact,
      rows.flatMap(({ line, facts }) => facts.map(({ label, value }) => [line, newId(now), label, value])),
    );
    await copyInto(
      client,
      stageColumns.stop,
      rows.flatMap((row) => [
        ...row.stops.map(({ channel, evidence }): Value[] => [row.line, channel, evidence, null]),
        ...suppressed(row).map(({ channel, address }): Value[] => [row.line, channel, suppressedBefore, address]),
      ]),
    );
  }
  const companies = register.companies.map(({ key, line, name, domain, country }): Value[] => {
    const { userId, teamId } = owners[key]!;
    return [key, line, newId(now), name, domain, country, userId, teamId, foldForSearch(name, domain)];
  });
  await copyInto(client, stageColumns.company, companies);
}

function stagedRow(
  row: ProspectRow,
  {
    leader,
    company,
    newId,
    options,
  }: { leader: number | null; company: number | null; newId: () => string; options: Partial<ImportOptions> },
): Value[] {
  const emails = row.points.filter(({ kind }) => kind === "email").map(({ value }) => value);
  const came = { inquiry: "inbound", customer: "customer", gave_address: "inbound", work_role: "cold", unknown: "cold" } as const;
  return [
    ...[
      row.line,
      leader,
      row.rejected,
      newId(),
      newId(),
      newId(),
      row.externalKey,
      row.name,
      row.isStandIn,
      row.givenName,
      row.familyName,
      row.jobTitle,
      company,
    ],
    ...[row.country, row.region, row.language, row.timeZone, row.source ?? options.source ?? null],
    ...[row.relationship ?? came[options.basis ?? "unknown"], row.subscriberKind, row.owner.userId, row.owner.teamId],
    ...[foldForSearch(row.name, row.company, ...emails), row.createdOn && `${row.createdOn}T00:00:00Z`, JSON.stringify(row.notes)],
  ];
}

const suppressedBefore = "This address asked to be left alone before; only its hash was kept.";

/** Addresses kept only as hashes stay out of reach under a new record too (C4). */
async function findSuppressions(client: PoolClient, orgId: string): Promise<(row: ProspectRow) => { channel: string; address: string }[]> {
  const { rows } = await client.query<{ hash: string; channel: string; salt: string }>(
    `SELECT s.hash, s.channel, o."hashSalt" AS salt FROM "Suppression" s JOIN "Organisation" o ON o.id = s."orgId" WHERE s."orgId" = $1 AND s."liftedAt" IS NULL AND s.topic IS NULL`,
    [orgId],
  );
  const salt = rows[0]?.salt;
  if (salt === undefined) return () => [];
  const channels = new Map<string, typeof rows>();
  for (const row of rows) channels.set(row.hash, [...(channels.get(row.hash) ?? []), row]);
  return ({ points }) =>
    points.flatMap(({ kind, normalised }) =>
      kind === "email" || kind === "phone"
        ? (channels.get(hashAddress(salt, kind, normalised)) ?? []).map(({ channel }) => ({ channel, address: normalised }))
        : [],
    );
}
