-- Lists stand in the order people look things up in: without accents and capitals, so that Łukasz comes after Luz and not after everyone.
-- searchText begins with the folded name; its first hundred letters are the key. By lower(name) only look-ups of one name remain.

DROP INDEX "Prospect_team_name";
DROP INDEX "Prospect_owner_name";
DROP INDEX "Prospect_archived";
DROP INDEX "Company_team_name";
DROP INDEX "Company_archived";
CREATE INDEX "Prospect_org_order" ON "Prospect" ("orgId", left("searchText", 100), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_team_order" ON "Prospect" ("orgId", "teamId", left("searchText", 100), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_owner_order" ON "Prospect" ("orgId", "ownerId", left("searchText", 100), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_archived" ON "Prospect" ("orgId", left("searchText", 100), id) WHERE "archivedAt" IS NOT NULL;
CREATE INDEX "Company_org_order" ON "Company" ("orgId", left("searchText", 100), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Company_team_order" ON "Company" ("orgId", "teamId", left("searchText", 100), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Company_archived" ON "Company" ("orgId", left("searchText", 100), id) WHERE "archivedAt" IS NOT NULL;
