-- What a whole team or organisation plans, in time: the agenda and the overview's lists. The path by owner cannot give that order; at 40,000 plans
-- they walked through the whole table (8 ms).

CREATE INDEX "FollowUp_agenda" ON "FollowUp" ("orgId", at, id) WHERE state IN ('scheduled', 'held');
