-- What came beside the record since erasing was written goes with it: letters in the outbox, the topics and the language they chose, what they said a step
-- should be. Each later table adds itself like this, next to `erase_person`.

CREATE FUNCTION forget_mail_and_wishes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Mail" WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id;
  UPDATE "CommunicationPreference" SET topics = '{}', "refusedTopics" = '{}', language = NULL WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id;
  UPDATE "NextStep" SET correction = NULL WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_mail_and_wishes AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_mail_and_wishes();

CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "Mail"
  FOR EACH ROW WHEN (NEW."prospectId" IS NOT NULL) EXECUTE FUNCTION refuse_about_erased();
