-- What a manager's first page counts and lists, read from indexes. At 100,000 prospects the people left alone were counted by a walk through the whole
-- table (46 ms), the refusals by one through "GateDecision" (28 ms), the latest held by one through "FollowUp" (8 ms), the pipeline by 1,600 rows of "Deal".

DROP INDEX "Prospect_left_alone";
CREATE INDEX "Prospect_left_alone" ON "Prospect" ("orgId", "ownerId", "lastOutboundAt") INCLUDE ("lastInboundAt", "pausedUntil")
  WHERE "archivedAt" IS NULL AND "stoppedAt" IS NULL AND "nextAt" IS NULL AND "lastOutboundAt" IS NOT NULL;
CREATE INDEX "Prospect_left_alone_longest" ON "Prospect" ("orgId", "lastOutboundAt", id)
  WHERE "archivedAt" IS NULL AND "stoppedAt" IS NULL AND "nextAt" IS NULL AND "lastOutboundAt" IS NOT NULL;

DROP INDEX "GateDecision_refused";
CREATE INDEX "GateDecision_refused" ON "GateDecision" ("orgId", "judgedAt", id) INCLUDE ("refusedBy")
  WHERE NOT passed AND occasion IN ('planned', 'moved');

CREATE INDEX "FollowUp_held_latest" ON "FollowUp" ("orgId", "heldAt", id) WHERE state = 'held';
CREATE INDEX "Deal_pipeline" ON "Deal" ("orgId", "stageId", currency, agreed) INCLUDE (amount) WHERE "archivedAt" IS NULL;
