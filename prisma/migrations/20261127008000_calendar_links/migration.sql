-- A member's planned follow-ups in their own calendar: a secret address, kept as its hash, of which at most one stands at a time.

CREATE TABLE "CalendarLink" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarLink_pkey" PRIMARY KEY ("orgId","id"),
    -- a token kept by mistake instead of its hash is refused
    CONSTRAINT "CalendarLink_hash" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$')
);

CREATE UNIQUE INDEX "CalendarLink_orgId_tokenHash_key" ON "CalendarLink"("orgId", "tokenHash");
CREATE INDEX "CalendarLink_orgId_userId_idx" ON "CalendarLink"("orgId", "userId");
CREATE UNIQUE INDEX "CalendarLink_standing" ON "CalendarLink"("orgId", "userId") WHERE "revokedAt" IS NULL;

ALTER TABLE "CalendarLink" ADD CONSTRAINT "CalendarLink_orgId_userId_fkey" FOREIGN KEY ("orgId", "userId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A revoked link stays revoked, and a link never changes whose it is.
CREATE FUNCTION keep_calendar_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt"
     OR (NEW."tokenHash", NEW."userId") IS DISTINCT FROM (OLD."tokenHash", OLD."userId") THEN
    RAISE EXCEPTION 'a calendar link is revoked for good and stays one person''s' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'CalendarLink_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_calendar_link BEFORE UPDATE ON "CalendarLink" FOR EACH ROW EXECUTE FUNCTION keep_calendar_link();

-- Calendars tell the versions of an event apart by a number that rises whenever it is moved or changed (RFC 5545, SEQUENCE).
ALTER TABLE "FollowUp" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;
