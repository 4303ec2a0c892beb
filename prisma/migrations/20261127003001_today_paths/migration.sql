-- Paths of the queue's newer groups, each read in its order up to its limit: the day somebody named (C7), who answered lately and whose own word says
-- that something was useful (P4).
CREATE INDEX "CommunicationPreference_call_back" ON "CommunicationPreference" ("orgId", "callBackOn", "prospectId") INCLUDE (version)
  WHERE "callBackOn" IS NOT NULL;
CREATE INDEX "Prospect_heard" ON "Prospect" ("orgId", "ownerId", "lastInboundAt") WHERE "archivedAt" IS NULL AND "lastInboundAt" IS NOT NULL;
CREATE INDEX "AssetShare_reacted" ON "AssetShare" ("orgId", "reactedAt") WHERE reaction = 'useful' AND "reactedAt" IS NOT NULL;
