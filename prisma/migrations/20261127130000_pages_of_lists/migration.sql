-- Pages of lists that were shown whole or cut off: the members, active people first; the domains and companies nobody contacts, by name, and what was taken
-- off, the latest first; the people of a company, by name. Each page is read from its index and ends there.

CREATE INDEX "Member_place" ON "Member" ("orgId", (CASE WHEN "deactivatedAt" IS NULL THEN '0' ELSE '1' END || lower(name)), "userId");

CREATE INDEX "Suppression_groups" ON "Suppression" ("orgId", lower(label), id) WHERE label IS NOT NULL AND "liftedAt" IS NULL;
CREATE INDEX "Suppression_lifted" ON "Suppression" ("orgId", "liftedAt", id) WHERE label IS NOT NULL AND "liftedAt" IS NOT NULL;

-- It begins as the one it replaces, and serves what that one did.
CREATE INDEX "Prospect_company_order" ON "Prospect" ("orgId", "companyId", left("searchText", 100), id);
DROP INDEX "Prospect_orgId_companyId_idx";

-- Somebody's own agenda holds what was taken off, too; the path to what is due serves both, and tells them apart without a look at the table.
CREATE INDEX "FollowUp_owned" ON "FollowUp" ("orgId", "ownerId", at, id) INCLUDE (state) WHERE state IN ('scheduled', 'held');
DROP INDEX "FollowUp_due";
