-- Who introduced whom (P1). A name is all there is until the person is on record; no consent goes with it.

CREATE TABLE "Referral" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "introducerId" UUID NOT NULL,
    "introducedId" UUID,
    "name" TEXT NOT NULL,
    "words" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "thankedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("orgId","id"),
    CONSTRAINT "Referral_of_another" CHECK ("introducedId" <> "introducerId")
);

CREATE INDEX "Referral_orgId_introducerId_idx" ON "Referral"("orgId", "introducerId");
CREATE INDEX "Referral_orgId_introducedId_idx" ON "Referral"("orgId", "introducedId");

ALTER TABLE "Referral" ADD CONSTRAINT "Referral_orgId_introducerId_fkey" FOREIGN KEY ("orgId", "introducerId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_orgId_introducedId_fkey" FOREIGN KEY ("orgId", "introducedId") REFERENCES "Prospect"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_orgId_byId_fkey" FOREIGN KEY ("orgId", "byId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- It names two people: with either of them it goes.
CREATE FUNCTION forget_referrals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Referral" WHERE "orgId" = NEW."orgId" AND ("introducerId" = NEW.id OR "introducedId" = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER forget_referrals AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_referrals();

CREATE FUNCTION refuse_referral_about_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Prospect" WHERE "orgId" = NEW."orgId" AND id IN (NEW."introducerId", NEW."introducedId") AND "erasedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'this person was erased' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_erased';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER nothing_about_erased BEFORE INSERT OR UPDATE OF "introducedId" ON "Referral" FOR EACH ROW EXECUTE FUNCTION refuse_referral_about_erased();
