-- What came beside the record since merging was written, where two records of one person become one (D9): nobody introduced themselves, an introduction that
-- both records tell of is one, and of two readings or reasons the one that stands longer goes on, unless they answered after it.

CREATE FUNCTION merge_moments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Referral" WHERE "orgId" = NEW."orgId" AND ("introducerId", "introducedId") IN ((NEW.id, NEW."mergedIntoId"), (NEW."mergedIntoId", NEW.id));
  WITH told AS (
    SELECT id, row_number() OVER (same ORDER BY at, id) AS nr, min("thankedAt") OVER same AS thanked, min("toldAt") OVER same AS heard FROM "Referral"
     WHERE "orgId" = NEW."orgId" AND ("introducerId" IN (NEW.id, NEW."mergedIntoId") OR "introducedId" IN (NEW.id, NEW."mergedIntoId"))
    WINDOW same AS (PARTITION BY CASE "introducerId" WHEN NEW.id THEN NEW."mergedIntoId" ELSE "introducerId" END,
                                 CASE "introducedId" WHEN NEW.id THEN NEW."mergedIntoId" ELSE "introducedId" END, CASE WHEN "introducedId" IS NULL THEN name END)),
  gone AS (DELETE FROM "Referral" r USING told WHERE r."orgId" = NEW."orgId" AND r.id = told.id AND told.nr > 1)
  UPDATE "Referral" r SET "thankedAt" = told.thanked, "toldAt" = told.heard FROM told WHERE r."orgId" = NEW."orgId" AND r.id = told.id AND told.nr = 1;

  UPDATE "SilenceReading" r SET "endedAt" = kept."lastInboundAt" FROM "Prospect" kept
   WHERE r."orgId" = NEW."orgId" AND r."prospectId" = NEW.id AND r."endedAt" IS NULL
     AND kept."orgId" = NEW."orgId" AND kept.id = NEW."mergedIntoId" AND r.at < kept."lastInboundAt";
  UPDATE "SilenceReading" r SET "endedAt" = CURRENT_TIMESTAMP FROM "SilenceReading" other
   WHERE r."orgId" = NEW."orgId" AND r."prospectId" = NEW."mergedIntoId" AND r."endedAt" IS NULL
     AND other."orgId" = NEW."orgId" AND other."prospectId" = NEW.id AND other."endedAt" IS NULL AND other."endsOn" > r."endsOn";
  UPDATE "NoStepReason" r SET "endedAt" = CURRENT_TIMESTAMP FROM "NoStepReason" other
   WHERE r."orgId" = NEW."orgId" AND r."prospectId" = NEW."mergedIntoId" AND r."endedAt" IS NULL
     AND other."orgId" = NEW."orgId" AND other."prospectId" = NEW.id AND other."endedAt" IS NULL AND other.until > r.until;
  RETURN NULL;
END $$;
CREATE TRIGGER merge_moments AFTER UPDATE OF "mergedIntoId" ON "Prospect"
  FOR EACH ROW WHEN (OLD."mergedIntoId" IS NULL AND NEW."mergedIntoId" IS NOT NULL) EXECUTE FUNCTION merge_moments();

-- Whoever tells of an introduction waits for an erasure or a merge that is under way, and is refused after it.
CREATE OR REPLACE FUNCTION refuse_referral_about_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person record;
BEGIN
  FOR person IN SELECT "erasedAt", "mergedIntoId" FROM "Prospect"
                 WHERE "orgId" = NEW."orgId" AND (id = NEW."introducedId" OR (TG_OP = 'INSERT' AND id = NEW."introducerId")) FOR KEY SHARE LOOP
    IF person."erasedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'this person was erased' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_erased';
    END IF;
    IF person."mergedIntoId" IS NOT NULL THEN
      RAISE EXCEPTION 'this record was merged into another' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_merged';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
