-- Since when the address a link was mailed to had stood on the record; null: the link was handed over. A yes to e-mail by a mailed link is confirmed by
-- the address itself (double opt-in, C9), and only one whose address was theirs before they stopped us can take the stop back (C4).
ALTER TABLE "PreferenceLink" ADD COLUMN "addressSince" TIMESTAMPTZ(3);

-- Whose wish an address is kept off by: somebody else's yes does not lift it.
ALTER TABLE "Suppression" ADD COLUMN "prospectId" UUID;

-- Past an erasure the hash stays, without why.
CREATE FUNCTION forget_why_suppressed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Suppression" SET reason = 'Kept past an erasure', label = NULL, "liftReason" = CASE WHEN "liftReason" IS NOT NULL THEN 'Removed on erasure' END
   WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_why_suppressed AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_why_suppressed();
