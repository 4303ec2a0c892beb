-- Why they may have gone quiet, as a rep reads it, and until when the rhythm follows that reading (D5). One stands at a time; an answer of theirs ends it.

CREATE TABLE "SilenceReading" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "hypothesis" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endsOn" DATE NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SilenceReading_pkey" PRIMARY KEY ("orgId","id"),
    CONSTRAINT "SilenceReading_hypothesis" CHECK (hypothesis IN ('no_news', 'timeline_moved', 'swamped', 'personal', 'wrong_person', 'decided'))
);

CREATE INDEX "SilenceReading_orgId_prospectId_idx" ON "SilenceReading"("orgId", "prospectId");
CREATE UNIQUE INDEX "SilenceReading_standing" ON "SilenceReading" ("orgId", "prospectId") WHERE "endedAt" IS NULL;

ALTER TABLE "SilenceReading" ADD CONSTRAINT "SilenceReading_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "SilenceReading" ADD CONSTRAINT "SilenceReading_orgId_byId_fkey" FOREIGN KEY ("orgId", "byId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Whatever they do ends it, by whichever door their answer comes in.
CREATE FUNCTION end_silence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SilenceReading" SET "endedAt" = NEW."lastInboundAt"
   WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id AND "endedAt" IS NULL AND at < NEW."lastInboundAt";
  RETURN NULL;
END $$;
CREATE TRIGGER end_silence AFTER UPDATE OF "lastInboundAt" ON "Prospect"
  FOR EACH ROW WHEN (NEW."lastInboundAt" IS DISTINCT FROM OLD."lastInboundAt" AND NEW."lastInboundAt" IS NOT NULL) EXECUTE FUNCTION end_silence();

-- A guess about a person goes with the person.
CREATE FUNCTION forget_silence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SilenceReading" WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_silence AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_silence();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "SilenceReading" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
