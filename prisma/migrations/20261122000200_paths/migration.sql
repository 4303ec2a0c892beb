-- Paths to the rows that lists, search and the queue read. Partial and expression indexes: Prisma's schema cannot say them.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE INDEX "Prospect_search" ON "Prospect" USING gin ("orgId", "searchText" gin_trgm_ops) WHERE "archivedAt" IS NULL;
CREATE INDEX "Company_search" ON "Company" USING gin ("orgId", "searchText" gin_trgm_ops) WHERE "archivedAt" IS NULL;

-- Keyset pages by name, next date and age, for a manager (organisation), a rep (team) and "mine" (owner).
CREATE INDEX "Prospect_org_name" ON "Prospect" ("orgId", lower(name), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_team_name" ON "Prospect" ("orgId", "teamId", lower(name), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_owner_name" ON "Prospect" ("orgId", "ownerId", lower(name), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_org_next" ON "Prospect" ("orgId", "nextAt", id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_team_next" ON "Prospect" ("orgId", "teamId", "nextAt", id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_owner_next" ON "Prospect" ("orgId", "ownerId", "nextAt", id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_team_age" ON "Prospect" ("orgId", "teamId", id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_owner_age" ON "Prospect" ("orgId", "ownerId", id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Prospect_external" ON "Prospect" ("orgId", "externalKey") WHERE "externalKey" IS NOT NULL;
CREATE INDEX "Company_team_name" ON "Company" ("orgId", "teamId", lower(name), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Company_org_name" ON "Company" ("orgId", lower(name), id) WHERE "archivedAt" IS NULL;
CREATE INDEX "Deal_external" ON "Deal" ("orgId", "externalKey") WHERE "externalKey" IS NOT NULL;

-- The queue: due, held, answered, left alone.
CREATE INDEX "FollowUp_due" ON "FollowUp" ("orgId", "ownerId", at, id) WHERE state = 'scheduled';
CREATE INDEX "FollowUp_planned" ON "FollowUp" ("orgId", "prospectId", at) WHERE state IN ('scheduled', 'held');
CREATE INDEX "FollowUp_held" ON "FollowUp" ("orgId", "ownerId", "heldAt", id) WHERE state = 'held';
CREATE INDEX "FollowUp_unjudged" ON "FollowUp" (at) WHERE state = 'scheduled' AND "judgedDueAt" IS NULL;
CREATE INDEX "Prospect_answered" ON "Prospect" ("orgId", "ownerId", "lastInboundAt")
  WHERE "archivedAt" IS NULL AND "stoppedAt" IS NULL AND "nextAt" IS NULL AND "lastInboundAt" IS NOT NULL AND ("lastOutboundAt" IS NULL OR "lastInboundAt" > "lastOutboundAt");
CREATE INDEX "Prospect_left_alone" ON "Prospect" ("orgId", "ownerId", "lastOutboundAt")
  WHERE "archivedAt" IS NULL AND "stoppedAt" IS NULL AND "nextAt" IS NULL AND "lastOutboundAt" IS NOT NULL;
CREATE INDEX "NextStep_open" ON "NextStep" ("orgId", "createdById", "dueOn") WHERE "settledAt" IS NULL;

-- What managers count: done and planned touches by rep, refusals by reason.
CREATE INDEX "Touchpoint_by_rep" ON "Touchpoint" ("orgId", at, "byId") WHERE direction = 'out' AND "replacedById" IS NULL;
CREATE INDEX "GateDecision_refused" ON "GateDecision" ("orgId", "judgedAt", "refusedBy") WHERE NOT passed;
