-- What can be brought says when it suits and, if it is an event, when it is held; two people who describe it at once see each other (`version`).
ALTER TABLE "ValueAsset"
  ADD COLUMN "stage" TEXT,
  ADD COLUMN "heldOn" DATE,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT "ValueAsset_stage" CHECK (stage IN ('first', 'weighing', 'deciding', 'customer')),
  ADD CONSTRAINT "ValueAsset_held" CHECK ("heldOn" IS NULL OR kind = 'invitation');

-- Who had it, latest first, a page at a time.
CREATE INDEX "AssetShare_orgId_assetId_at_id_idx" ON "AssetShare"("orgId", "assetId", "at" DESC, "id" DESC);

-- A message somebody wrote once, with fields for what is each person's own (V7). A field whose fact is missing stays in the draft and is seen.
CREATE TABLE "MessageTemplate" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MessageTemplate_pkey" PRIMARY KEY ("orgId","id"),
    CONSTRAINT "MessageTemplate_channel" CHECK (channel IN ('email', 'phone', 'sms', 'linkedin', 'mail', 'meeting')),
    CONSTRAINT "MessageTemplate_body" CHECK (length(body) BETWEEN 1 AND 10000)
);

CREATE INDEX "MessageTemplate_orgId_name_id_idx" ON "MessageTemplate"("orgId", "name", "id");

ALTER TABLE "MessageTemplate" ADD CONSTRAINT "MessageTemplate_orgId_ownerId_fkey" FOREIGN KEY ("orgId", "ownerId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "MessageTemplate" ADD CONSTRAINT "MessageTemplate_orgId_teamId_fkey" FOREIGN KEY ("orgId", "teamId") REFERENCES "Team"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Who changed something that belongs to no one person, and what: looked up when two changed it at once.
CREATE INDEX "Event_edits" ON "Event" ("orgId", "subjectId", "at" DESC, "id" DESC)
  WHERE kind IN ('company.edited', 'deal.edited', 'asset.edited', 'template.edited');
