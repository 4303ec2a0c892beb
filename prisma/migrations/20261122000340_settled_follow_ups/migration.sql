-- The timeline shows what left the schedule, newest first; the other paths to follow-ups hold only what is still planned.
CREATE INDEX "FollowUp_settled" ON "FollowUp" ("orgId", "prospectId", "settledAt" DESC, id DESC) WHERE state IN ('done', 'cancelled');
