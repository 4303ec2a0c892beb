-- A touch that was logged by mistake is taken back right after: the row stays as history and, standing in its own place, counts no more wherever a
-- corrected one does not.

ALTER TABLE "Touchpoint" ADD COLUMN "takenBackAt" TIMESTAMPTZ(3);
ALTER TABLE "Touchpoint" ADD CONSTRAINT "Touchpoint_takenBack" CHECK ("takenBackAt" IS NULL OR "replacedById" = id);
