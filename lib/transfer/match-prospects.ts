import "server-only";
import type { PoolClient } from "pg";

import { type Reach } from "#lib/transfer/match-companies.ts";

const bothHaveEmail = `(p."primaryEmail" IS NOT NULL AND EXISTS (SELECT FROM import_point i WHERE i.line = r.line AND i.kind = 'email'))`;
const sharesEmail = `EXISTS (SELECT FROM import_point i JOIN "ContactPoint" c ON c."orgId" = $1 AND c."prospectId" = p.id AND c.kind = 'email' AND c.normalised = i.normalised WHERE i.line = r.line AND i.kind = 'email')`;

/** The surest way first. A key that now belongs to another name at another address is another system's; namesakes with other addresses are other people. The key of a merged record is the kept one's. */
const ways: Record<string, string> = {
  key: `
    SELECT DISTINCT ON (r.line) r.line, p.id FROM import_row r JOIN "Prospect" k ON k."orgId" = $1 AND k."externalKey" = r.external
      JOIN "Prospect" p ON p."orgId" = $1 AND p.id = coalesce(k."mergedIntoId", k.id)
     WHERE r.match IS NULL AND r.rejected IS NULL AND NOT (lower(r.name) NOT IN (lower(k.name), lower(p.name)) AND ${bothHaveEmail} AND NOT ${sharesEmail})
     ORDER BY r.line, p.id`,
  email: `
    SELECT DISTINCT ON (r.line) r.line, p.id FROM import_row r JOIN import_point i ON i.line = r.line AND i.kind = 'email'
      JOIN "ContactPoint" c ON c."orgId" = $1 AND c.kind = 'email' AND c.normalised = i.normalised
      JOIN "Prospect" p ON p."orgId" = $1 AND p.id = c."prospectId"
     WHERE r.match IS NULL AND r.rejected IS NULL ORDER BY r.line, p."archivedAt" IS NOT NULL, i.nr, p.id`,
  phone: `
    SELECT DISTINCT ON (r.line) r.line, p.id FROM import_row r JOIN import_point i ON i.line = r.line AND i.kind = 'phone'
      JOIN "ContactPoint" c ON c."orgId" = $1 AND c.kind = 'phone' AND c.normalised = i.normalised
      JOIN "Prospect" p ON p."orgId" = $1 AND p.id = c."prospectId"
     WHERE r.match IS NULL AND r.rejected IS NULL AND (r.stand_in OR lower(p.name) = lower(r.name)) AND NOT ${bothHaveEmail}
     ORDER BY r.line, p."archivedAt" IS NOT NULL, p.id`,
  name: `
    SELECT DISTINCT ON (r.line) r.line, p.id FROM import_row r JOIN import_company k ON k.key = r.company AND k.match IS NOT NULL
      JOIN "Prospect" p ON p."orgId" = $1 AND p."companyId" = k.match AND lower(p.name) = lower(r.name) AND p."archivedAt" IS NULL
     WHERE r.match IS NULL AND r.rejected IS NULL AND NOT r.stand_in AND position(' ' IN r.name) > 0 AND NOT ${bothHaveEmail}
     ORDER BY r.line, p.id`,
};

/** Finds who is here already, in the whole organisation: a rep must not start a second conversation unaware of the first (D9). */
export async function matchProspects(client: PoolClient, reach: Reach): Promise<void> {
  for (const [how, found] of Object.entries(ways)) {
    await client.query(`UPDATE import_row r SET match = found.id, how = '${how}' FROM (${found}) found WHERE found.line = r.line`, [
      reach.orgId,
    ]);
  }
  await client.query(
    `UPDATE import_row r SET match = NULL, stop_for = p.id, rejected = CASE WHEN p."archivedAt" IS NULL OR p."teamId" IS DISTINCT FROM coalesce($2, p."teamId")
              THEN 'A colleague''s team already works with this person.' ELSE 'This person is archived here. Restore the record first.' END
       FROM "Prospect" p
      WHERE p."orgId" = $1 AND p.id = r.match AND (p."archivedAt" IS NOT NULL OR ($2::uuid IS NOT NULL AND p."teamId" <> $2))`,
    [reach.orgId, reach.teamId],
  );
  // a row too thin to be taken still names a person by their key, and its stop counts
  await client.query(
    `UPDATE import_row r SET stop_for = coalesce(p."mergedIntoId", p.id) FROM "Prospect" p
      WHERE p."orgId" = $1 AND p."externalKey" = r.external AND r.rejected IS NOT NULL AND r.stop_for IS NULL`,
    [reach.orgId],
  );
  await followLeaders(client);
}

/** Rows that mean the person of an earlier row give way to it, and bring it what they know: their match and their stops. Of a rejected row only its stops stay, for whom it means (C4). */
async function followLeaders(client: PoolClient): Promise<void> {
  await client.query(`
    UPDATE import_row r SET match = found.match, how = found.how FROM (
      SELECT DISTINCT ON (leader) leader, match, how FROM import_row WHERE leader IS NOT NULL AND match IS NOT NULL ORDER BY leader, line) found
     WHERE r.line = found.leader AND r.match IS NULL AND r.rejected IS NULL;
    UPDATE import_row r SET leader = first.line FROM (
      SELECT match, min(line) AS line FROM import_row WHERE match IS NOT NULL AND leader IS NULL GROUP BY match HAVING count(*) > 1) first
     WHERE r.match = first.match AND r.line > first.line AND r.leader IS NULL;
    UPDATE import_row r SET leader = l.leader FROM import_row l WHERE l.line = r.leader AND l.leader IS NOT NULL;
    UPDATE import_row r SET rejected = l.rejected, leader = NULL, stop_for = coalesce(r.stop_for, r.match, l.stop_for) FROM import_row l WHERE l.line = r.leader AND l.rejected IS NOT NULL;
    INSERT INTO import_stop (channel, evidence, person)
      SELECT DISTINCT ON (r.stop_for, s.channel) s.channel, s.evidence, r.stop_for FROM import_stop s JOIN import_row r ON r.line = s.line
       WHERE r.stop_for IS NOT NULL AND s.address IS NULL ORDER BY r.stop_for, s.channel, r.line;
    UPDATE import_stop s SET line = r.leader FROM import_row r WHERE r.line = s.line AND r.leader IS NOT NULL;
    DELETE FROM import_point i USING import_row r WHERE r.line = i.line AND (r.leader IS NOT NULL OR r.rejected IS NOT NULL);
    DELETE FROM import_fact f USING import_row r WHERE r.line = f.line AND (r.leader IS NOT NULL OR r.rejected IS NOT NULL);
    DELETE FROM import_stop s USING import_row r WHERE r.line = s.line AND r.rejected IS NOT NULL;
    DELETE FROM import_stop s USING import_stop first WHERE first.line = s.line AND first.channel = s.channel
       AND (first.address IS NOT NULL, first.ctid) < (s.address IS NOT NULL, s.ctid);
    UPDATE import_row SET outcome = CASE WHEN rejected IS NOT NULL THEN 'rejected' WHEN leader IS NOT NULL THEN 'duplicate' WHEN match IS NULL THEN 'new' END;
    ANALYZE import_row`);
}
