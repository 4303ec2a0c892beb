-- V9, the hole in the street: a fact may name a day of theirs, and a follow-up may rest on such a fact to come earlier than cadence allows.

ALTER TABLE "Fact" ADD COLUMN "onDay" DATE;
ALTER TABLE "FollowUp" ADD COLUMN "urgentFactId" UUID;
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_orgId_urgentFactId_fkey"
  FOREIGN KEY ("orgId", "urgentFactId") REFERENCES "Fact"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "FollowUp_urgentFact" ON "FollowUp" ("orgId", "urgentFactId") WHERE "urgentFactId" IS NOT NULL;
