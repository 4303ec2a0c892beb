-- The manager sees how promises of the last ninety days were kept, by rep (D8): the settled ones are found by their day, the open ones by "NextStep_open".
CREATE INDEX "NextStep_promises_settled" ON "NextStep" ("orgId", "settledAt") WHERE "owedBy" = 'us' AND "settledAt" IS NOT NULL;
