-- What a prospect chose reaches those who work with them, in the transaction in which it took effect (C3, C4). The words are made when it is read, of
-- the record as it stands then: a notice keeps no name.

CREATE TABLE "Notice" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "prospectId" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("orgId","id")
);

CREATE INDEX "Notice_orgId_userId_id_idx" ON "Notice"("orgId", "userId", "id" DESC);
CREATE INDEX "Notice_orgId_prospectId_idx" ON "Notice"("orgId", "prospectId");
CREATE INDEX "Notice_unread" ON "Notice" ("orgId", "userId", id DESC) WHERE "readAt" IS NULL;

ALTER TABLE "Notice" ADD CONSTRAINT "Notice_orgId_userId_fkey" FOREIGN KEY ("orgId", "userId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- An erasure takes them along.
CREATE FUNCTION forget_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Notice" WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_notices AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_notices();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "Notice" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();

-- Whoever asked for calm lately, on a manager's first page: a fortnight of an organisation without reading its whole ledger.
CREATE INDEX "ConsentEvent_calm" ON "ConsentEvent" ("orgId", "recordedAt" DESC, id DESC)
  WHERE status IN ('paused', 'objected') AND channel = 'any' AND "saidBy" IN ('person', 'rep');
