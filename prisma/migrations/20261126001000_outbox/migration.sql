-- The outbox: a message is kept with what causes it or not at all, and a job delivers it. Its words hold secret links, so a delivered one keeps none.

CREATE TABLE "Mail" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "toName" TEXT,
    "to" TEXT NOT NULL,
    "replyTo" TEXT,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT,
    "headers" JSONB NOT NULL,
    "tokenHash" TEXT,
    "messageId" TEXT NOT NULL,
    "prospectId" UUID,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("orgId","id"),
    CONSTRAINT "Mail_state" CHECK (state IN ('queued', 'sent', 'failed', 'dropped')),
    -- what waits has words, what is done with has none; what failed keeps them for a while, to be tried again
    CONSTRAINT "Mail_words" CHECK (CASE state WHEN 'queued' THEN text IS NOT NULL WHEN 'failed' THEN true ELSE text IS NULL AND headers = '{}' END),
    CONSTRAINT "Mail_sent" CHECK ((state = 'sent') = ("sentAt" IS NOT NULL)),
    -- one address, one line: nothing that a header could be broken with
    CONSTRAINT "Mail_lines" CHECK (concat("to", "replyTo") !~ '[[:cntrl:][:space:]<>,;]' AND concat(subject, "toName", "messageId") !~ '[[:cntrl:]]'),
    -- a token kept by mistake instead of its hash is refused
    CONSTRAINT "Mail_hash" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$')
);

CREATE UNIQUE INDEX "Mail_orgId_tokenHash_key" ON "Mail"("orgId", "tokenHash");
CREATE INDEX "Mail_orgId_prospectId_idx" ON "Mail"("orgId", "prospectId");
-- what is due, and what still has words, over all organisations
CREATE INDEX "Mail_due" ON "Mail"("nextTryAt") WHERE state = 'queued';
CREATE INDEX "Mail_words" ON "Mail"("createdAt") WHERE text IS NOT NULL;

ALTER TABLE "Mail" ADD CONSTRAINT "Mail_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
