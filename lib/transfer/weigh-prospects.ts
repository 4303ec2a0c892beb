import "server-only";
import type { PoolClient } from "pg";

import { statusOfBasis } from "#lib/consent/law.ts";
import type { ImportBasis } from "#lib/transfer/fields.ts";

/** Columns an import may fill in a record that is here, and where they are staged. `keep` stays as it is even where records are brought up to date. */
const columns: { column: string; staged: string; keep?: boolean }[] = [
  { column: "givenName", staged: "r.given" },
  { column: "familyName", staged: "r.family" },
  { column: "jobTitle", staged: "r.job" },
  { column: "country", staged: "r.country" },
  { column: "region", staged: "r.region" },
  { column: "language", staged: "r.language" },
  { column: "timeZone", staged: "r.zone" },
  { column: "companyId", staged: "k.company_id" },
  { column: "source", staged: "r.source", keep: true },
  { column: "externalKey", staged: "r.external", keep: true },
];

/** SQL pairs of column and new value: empty ones are filled, others overwritten only if somebody chose so. */
export function assignments(overwrite: boolean): [column: string, value: string][] {
  const pairs = columns.map(({ column, staged, keep }): [string, string] => [
    column,
    overwrite && !keep ? `coalesce(${staged}, p."${column}")` : `coalesce(p."${column}", ${staged})`,
  ]);
  pairs.push(["subscriberKind", `CASE WHEN p."subscriberKind" = 'unknown' THEN coalesce(r.kind, 'unknown') ELSE p."subscriberKind" END`]);
  if (overwrite) pairs.push(["name", "CASE WHEN r.stand_in THEN p.name ELSE r.name END"]);
  return pairs;
}

/**
 * Takes out of the stage what the matched records hold already, and says what is left to do for each row: the same for the dry run as for
 * the import, so that the one foretells the other. What somebody retracted is not brought back (C8), and no import lifts a stop (C4).
 */
export async function weighProspects(client: PoolClient, orgId: string, overwrite: boolean, basis: ImportBasis): Promise<void> {
  await client.query(
    `DELETE FROM import_point i USING import_row r, "ContactPoint" c
      WHERE r.line = i.line AND c."orgId" = $1 AND c."prospectId" = r.match AND c.kind = i.kind AND c.normalised = i.normalised`,
    [orgId],
  );
  await client.query(
    `DELETE FROM import_fact f USING import_row r, "Fact" e
      WHERE r.line = f.line AND e."orgId" = $1 AND e."prospectId" = r.match AND e.label = f.label AND e.value = f.value`,
    [orgId],
  );
  await client.query(`UPDATE import_stop s SET person = r.match FROM import_row r WHERE r.line = s.line AND r.match IS NOT NULL`);
  // a record that holds a suppressed address is held by its hash as it is
  await client.query(
    `DELETE FROM import_stop s USING "ContactPoint" c WHERE c."orgId" = $1 AND c."prospectId" = s.person AND c.normalised = s.address`,
    [orgId],
  );
  await client.query(
    `DELETE FROM import_stop s
      WHERE s.person IS NOT NULL AND (
        CASE WHEN s.channel = 'any' THEN EXISTS (SELECT FROM "Prospect" p WHERE p."orgId" = $1 AND p.id = s.person AND p."stoppedAt" IS NOT NULL)
             ELSE stop_in_force($1, s.person, s.channel, now()) IS NOT NULL END
        OR EXISTS (SELECT FROM "ConsentEvent" e WHERE e."orgId" = $1 AND e."prospectId" = s.person AND e."saidBy" = 'import'
                      AND e.channel = s.channel AND e.status = 'objected' AND e.evidence = s.evidence))`,
    [orgId],
  );
  const pairs = assignments(overwrite);
  await client.query(
    `UPDATE import_row r SET fills = (${pairs.map(([, value]) => value).join(", ")}) IS DISTINCT FROM (${pairs.map(([column]) => `p."${column}"`).join(", ")})
       FROM "Prospect" p, import_row self LEFT JOIN import_company k ON k.key = self.company
      WHERE self.line = r.line AND r.outcome IS NULL AND p."orgId" = $1 AND p.id = r.match`,
    [orgId],
  );
  await client.query(
    `UPDATE import_row r SET outcome = CASE
        WHEN r.fills OR EXISTS (SELECT FROM import_point i WHERE i.line = r.line) OR EXISTS (SELECT FROM import_fact f WHERE f.line = r.line)
          OR EXISTS (SELECT FROM import_stop s WHERE s.line = r.line) OR ${needsBasis(basis)}
        THEN 'update' ELSE 'unchanged' END
      WHERE r.outcome IS NULL AND $1::uuid IS NOT NULL`,
    [orgId],
  );
  // without it the planner takes "update" for rare or missing and reads the stage once for every prospect there is
  await client.query("ANALYZE import_row; ANALYZE import_point; ANALYZE import_stop");
}

/** Whether a staged row's record lacks the ledger entry that the chosen basis amounts to. `$1` is the organisation. */
export function needsBasis(basis: ImportBasis): string {
  if (basis === "unknown") return "false";
  return `(r.match IS NULL OR NOT EXISTS (SELECT FROM "ConsentEvent" e WHERE e."orgId" = $1 AND e."prospectId" = r.match AND e.channel = 'any'
            AND e.status = '${statusOfBasis[basis]}' AND e.basis = '${basis}'))`;
}
