-- No active prospect without a next step or a reason (D8). A reason stands until its day, or until it is ended; one at a time.

CREATE TABLE "NoStepReason" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT,
    "until" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoStepReason_pkey" PRIMARY KEY ("orgId","id"),
    CONSTRAINT "NoStepReason_kind" CHECK (kind IN ('waiting', 'resting', 'closed'))
);

CREATE INDEX "NoStepReason_orgId_prospectId_idx" ON "NoStepReason"("orgId", "prospectId");
CREATE UNIQUE INDEX "NoStepReason_standing" ON "NoStepReason" ("orgId", "prospectId") WHERE "endedAt" IS NULL;
-- the list asks of each person whether a step is open
CREATE INDEX "NextStep_openOf" ON "NextStep" ("orgId", "prospectId") WHERE "settledAt" IS NULL;

ALTER TABLE "NoStepReason" ADD CONSTRAINT "NoStepReason_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "NoStepReason" ADD CONSTRAINT "NoStepReason_orgId_byId_fkey" FOREIGN KEY ("orgId", "byId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE FUNCTION forget_no_step_reasons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "NoStepReason" SET words = NULL, "endedAt" = coalesce("endedAt", NEW."erasedAt") WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_no_step_reasons AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_no_step_reasons();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "NoStepReason" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
