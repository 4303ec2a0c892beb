-- The record of truth: every table, keyed by organisation first so that tenancy is the database's and rows can be distributed by it.

-- CreateTable
CREATE TABLE "ConsentEvent" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "contactPointId" UUID,
    "channel" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'direct_marketing',
    "status" TEXT NOT NULL,
    "basis" TEXT,
    "saidBy" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "wording" TEXT,
    "wordingVersion" TEXT,
    "evidence" TEXT,
    "collectedById" UUID,
    "effectiveFrom" TIMESTAMPTZ(3) NOT NULL,
    "effectiveTo" TIMESTAMPTZ(3),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsentEvent_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "CommunicationPreference" (
    "orgId" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "channels" TEXT[],
    "channelsSaid" BOOLEAN NOT NULL,
    "maxTouches" INTEGER,
    "maxPer" TEXT,
    "days" INTEGER[],
    "fromHour" INTEGER,
    "toHour" INTEGER,
    "timeZone" TEXT,
    "pausedUntil" DATE,
    "callBackOn" DATE,
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "saidBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommunicationPreference_pkey" PRIMARY KEY ("orgId","prospectId","version")
);

-- CreateTable
CREATE TABLE "PreferenceLink" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PreferenceLink_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Stage" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "usualDays" INTEGER NOT NULL,

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Deal" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "companyId" UUID,
    "prospectId" UUID,
    "stageId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "closeOn" DATE,
    "externalKey" TEXT,
    "agreed" BOOLEAN NOT NULL DEFAULT false,
    "stageSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deal_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "StageChange" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "stageId" UUID NOT NULL,
    "agreed" BOOLEAN NOT NULL,
    "agreement" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "StageChange_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Event" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "prospectId" UUID,
    "subjectId" UUID,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" UUID NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2),
    "timeZone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',
    "postalAddress" TEXT,
    "hashSalt" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Member" (
    "orgId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("orgId","userId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Company" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "country" CHAR(2),
    "searchText" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Company_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Prospect" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "companyId" UUID,
    "name" TEXT NOT NULL,
    "givenName" TEXT,
    "familyName" TEXT,
    "jobTitle" TEXT,
    "timeZone" TEXT,
    "country" CHAR(2),
    "region" TEXT,
    "language" TEXT,
    "subscriberKind" TEXT NOT NULL DEFAULT 'unknown',
    "source" TEXT,
    "relationship" TEXT NOT NULL DEFAULT 'cold',
    "externalKey" TEXT,
    "searchText" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),
    "primaryEmail" TEXT,
    "lastOutboundAt" TIMESTAMPTZ(3),
    "lastInboundAt" TIMESTAMPTZ(3),
    "unanswered" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "pausedUntil" DATE,
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Prospect_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "ContactPoint" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "verifiedAt" TIMESTAMPTZ(3),
    "invalidAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "originNote" TEXT,
    "recordedById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "OpportunityAssessment" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "fit" INTEGER NOT NULL,
    "stake" TEXT NOT NULL,
    "homework" TEXT NOT NULL,
    "decisionOn" DATE,
    "timelineSource" TEXT,
    "assessedById" UUID,
    "assessedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OpportunityAssessment_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "dealId" UUID,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "askSize" TEXT NOT NULL,
    "offerKind" TEXT NOT NULL,
    "offerAssetId" UUID,
    "offerText" TEXT,
    "helps" TEXT NOT NULL,
    "draft" TEXT,
    "answersObjectionId" UUID,
    "state" TEXT NOT NULL,
    "decisionId" UUID NOT NULL,
    "decisionPassed" BOOLEAN NOT NULL,
    "heldReason" TEXT,
    "heldAt" TIMESTAMPTZ(3),
    "snoozedFrom" TIMESTAMPTZ(3),
    "judgedDueAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "clientKey" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "GateDecision" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "occasion" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "consentPassed" BOOLEAN NOT NULL,
    "value" INTEGER NOT NULL,
    "bar" INTEGER NOT NULL,
    "consent" INTEGER NOT NULL,
    "cadence" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "refusedBy" TEXT,
    "inputs" JSONB NOT NULL,
    "policyVersion" INTEGER NOT NULL,
    "nextAllowedAt" TIMESTAMPTZ(3),
    "overrideLevel" TEXT NOT NULL DEFAULT 'none',
    "overrideReason" TEXT,
    "byId" UUID,
    "judgedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GateDecision_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "orgId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "numbers" JSONB NOT NULL,
    "note" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("orgId","version")
);

-- CreateTable
CREATE TABLE "Touchpoint" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "dealId" UUID,
    "followUpId" UUID,
    "channel" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "offerKind" TEXT NOT NULL DEFAULT 'none',
    "offerAssetId" UUID,
    "offerText" TEXT,
    "askSize" TEXT NOT NULL DEFAULT 'none',
    "body" TEXT,
    "theySaid" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "byId" UUID,
    "value" INTEGER,
    "correctsId" UUID,
    "replacedById" UUID,
    "clientKey" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Touchpoint_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "ValueAsset" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "url" TEXT,
    "topics" TEXT[],
    "language" TEXT,
    "expiresOn" DATE,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ValueAsset_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "AssetShare" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assetId" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "touchpointId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reaction" TEXT,

    CONSTRAINT "AssetShare_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "touchpointId" UUID,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "NextStep" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "dealId" UUID,
    "what" TEXT NOT NULL,
    "owedBy" TEXT NOT NULL,
    "dueOn" DATE,
    "agreed" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "settledAs" TEXT,

    CONSTRAINT "NextStep_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "Import" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "header" TEXT[],
    "mapping" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "processed" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("orgId","id")
);

-- CreateTable
CREATE TABLE "ImportLine" (
    "orgId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "problems" JSONB,
    "outcome" TEXT,
    "matchId" UUID,
    "record" JSONB,

    CONSTRAINT "ImportLine_pkey" PRIMARY KEY ("orgId","importId","line")
);

-- CreateIndex
CREATE INDEX "ConsentEvent_orgId_prospectId_recordedAt_idx" ON "ConsentEvent"("orgId", "prospectId", "recordedAt");

-- CreateIndex
CREATE INDEX "ConsentEvent_orgId_recordedAt_idx" ON "ConsentEvent"("orgId", "recordedAt");

-- CreateIndex
CREATE INDEX "PreferenceLink_orgId_prospectId_idx" ON "PreferenceLink"("orgId", "prospectId");

-- CreateIndex
CREATE UNIQUE INDEX "PreferenceLink_orgId_tokenHash_key" ON "PreferenceLink"("orgId", "tokenHash");

-- CreateIndex
CREATE INDEX "Suppression_orgId_hash_idx" ON "Suppression"("orgId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "Stage_orgId_position_key" ON "Stage"("orgId", "position");

-- CreateIndex
CREATE INDEX "Deal_orgId_prospectId_idx" ON "Deal"("orgId", "prospectId");

-- CreateIndex
CREATE INDEX "Deal_orgId_companyId_idx" ON "Deal"("orgId", "companyId");

-- CreateIndex
CREATE INDEX "Deal_orgId_stageId_id_idx" ON "Deal"("orgId", "stageId", "id");

-- CreateIndex
CREATE INDEX "Deal_orgId_teamId_id_idx" ON "Deal"("orgId", "teamId", "id");

-- CreateIndex
CREATE INDEX "StageChange_orgId_dealId_at_idx" ON "StageChange"("orgId", "dealId", "at");

-- CreateIndex
CREATE INDEX "Event_orgId_prospectId_at_idx" ON "Event"("orgId", "prospectId", "at" DESC);

-- CreateIndex
CREATE INDEX "Event_orgId_kind_at_idx" ON "Event"("orgId", "kind", "at");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Team_orgId_name_key" ON "Team"("orgId", "name");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_orgId_tokenHash_key" ON "Invitation"("orgId", "tokenHash");

-- CreateIndex
CREATE INDEX "Company_orgId_ownerId_idx" ON "Company"("orgId", "ownerId");

-- CreateIndex
CREATE INDEX "Prospect_orgId_companyId_idx" ON "Prospect"("orgId", "companyId");

-- CreateIndex
CREATE INDEX "ContactPoint_orgId_kind_normalised_idx" ON "ContactPoint"("orgId", "kind", "normalised");

-- CreateIndex
CREATE UNIQUE INDEX "ContactPoint_orgId_prospectId_kind_normalised_key" ON "ContactPoint"("orgId", "prospectId", "kind", "normalised");

-- CreateIndex
CREATE INDEX "Fact_orgId_prospectId_idx" ON "Fact"("orgId", "prospectId");

-- CreateIndex
CREATE INDEX "OpportunityAssessment_orgId_prospectId_assessedAt_idx" ON "OpportunityAssessment"("orgId", "prospectId", "assessedAt" DESC);

-- CreateIndex
CREATE INDEX "FollowUp_orgId_decisionId_prospectId_channel_at_decisionPas_idx" ON "FollowUp"("orgId", "decisionId", "prospectId", "channel", "at", "decisionPassed");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_orgId_clientKey_key" ON "FollowUp"("orgId", "clientKey");

-- CreateIndex
CREATE INDEX "GateDecision_orgId_prospectId_judgedAt_idx" ON "GateDecision"("orgId", "prospectId", "judgedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "GateDecision_orgId_id_prospectId_channel_at_passed_key" ON "GateDecision"("orgId", "id", "prospectId", "channel", "at", "passed");

-- CreateIndex
CREATE INDEX "Touchpoint_orgId_prospectId_at_idx" ON "Touchpoint"("orgId", "prospectId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Touchpoint_orgId_clientKey_key" ON "Touchpoint"("orgId", "clientKey");

-- CreateIndex
CREATE INDEX "ValueAsset_orgId_title_idx" ON "ValueAsset"("orgId", "title");

-- CreateIndex
CREATE INDEX "AssetShare_orgId_prospectId_assetId_idx" ON "AssetShare"("orgId", "prospectId", "assetId");

-- CreateIndex
CREATE INDEX "AssetShare_orgId_assetId_idx" ON "AssetShare"("orgId", "assetId");

-- CreateIndex
CREATE INDEX "AssetShare_orgId_touchpointId_idx" ON "AssetShare"("orgId", "touchpointId");

-- CreateIndex
CREATE INDEX "Objection_orgId_prospectId_at_idx" ON "Objection"("orgId", "prospectId", "at");

-- CreateIndex
CREATE INDEX "Objection_orgId_touchpointId_idx" ON "Objection"("orgId", "touchpointId");

-- CreateIndex
CREATE INDEX "NextStep_orgId_prospectId_idx" ON "NextStep"("orgId", "prospectId");

-- CreateIndex
CREATE INDEX "Import_orgId_createdAt_idx" ON "Import"("orgId", "createdAt" DESC);

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_orgId_collectedById_fkey" FOREIGN KEY ("orgId", "collectedById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_orgId_contactPointId_fkey" FOREIGN KEY ("orgId", "contactPointId") REFERENCES "ContactPoint"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CommunicationPreference" ADD CONSTRAINT "CommunicationPreference_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PreferenceLink" ADD CONSTRAINT "PreferenceLink_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PreferenceLink" ADD CONSTRAINT "PreferenceLink_orgId_createdById_fkey" FOREIGN KEY ("orgId", "createdById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_orgId_ownerId_fkey" FOREIGN KEY ("orgId", "ownerId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_orgId_teamId_fkey" FOREIGN KEY ("orgId", "teamId") REFERENCES "Team"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_orgId_companyId_fkey" FOREIGN KEY ("orgId", "companyId") REFERENCES "Company"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_orgId_stageId_fkey" FOREIGN KEY ("orgId", "stageId") REFERENCES "Stage"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StageChange" ADD CONSTRAINT "StageChange_orgId_dealId_fkey" FOREIGN KEY ("orgId", "dealId") REFERENCES "Deal"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StageChange" ADD CONSTRAINT "StageChange_orgId_stageId_fkey" FOREIGN KEY ("orgId", "stageId") REFERENCES "Stage"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StageChange" ADD CONSTRAINT "StageChange_orgId_byId_fkey" FOREIGN KEY ("orgId", "byId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_orgId_teamId_fkey" FOREIGN KEY ("orgId", "teamId") REFERENCES "Team"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_orgId_teamId_fkey" FOREIGN KEY ("orgId", "teamId") REFERENCES "Team"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_orgId_createdById_fkey" FOREIGN KEY ("orgId", "createdById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Company" ADD CONSTRAINT "Company_orgId_ownerId_fkey" FOREIGN KEY ("orgId", "ownerId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Company" ADD CONSTRAINT "Company_orgId_teamId_fkey" FOREIGN KEY ("orgId", "teamId") REFERENCES "Team"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_orgId_ownerId_fkey" FOREIGN KEY ("orgId", "ownerId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_orgId_teamId_fkey" FOREIGN KEY ("orgId", "teamId") REFERENCES "Team"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_orgId_companyId_fkey" FOREIGN KEY ("orgId", "companyId") REFERENCES "Company"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_orgId_recordedById_fkey" FOREIGN KEY ("orgId", "recordedById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OpportunityAssessment" ADD CONSTRAINT "OpportunityAssessment_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OpportunityAssessment" ADD CONSTRAINT "OpportunityAssessment_orgId_assessedById_fkey" FOREIGN KEY ("orgId", "assessedById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_orgId_ownerId_fkey" FOREIGN KEY ("orgId", "ownerId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_orgId_offerAssetId_fkey" FOREIGN KEY ("orgId", "offerAssetId") REFERENCES "ValueAsset"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_orgId_decisionId_prospectId_channel_at_decisionPa_fkey" FOREIGN KEY ("orgId", "decisionId", "prospectId", "channel", "at", "decisionPassed") REFERENCES "GateDecision"("orgId", "id", "prospectId", "channel", "at", "passed") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_orgId_createdById_fkey" FOREIGN KEY ("orgId", "createdById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_orgId_dealId_fkey" FOREIGN KEY ("orgId", "dealId") REFERENCES "Deal"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_orgId_answersObjectionId_fkey" FOREIGN KEY ("orgId", "answersObjectionId") REFERENCES "Objection"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GateDecision" ADD CONSTRAINT "GateDecision_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GateDecision" ADD CONSTRAINT "GateDecision_orgId_byId_fkey" FOREIGN KEY ("orgId", "byId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_orgId_publishedById_fkey" FOREIGN KEY ("orgId", "publishedById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Touchpoint" ADD CONSTRAINT "Touchpoint_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Touchpoint" ADD CONSTRAINT "Touchpoint_orgId_byId_fkey" FOREIGN KEY ("orgId", "byId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Touchpoint" ADD CONSTRAINT "Touchpoint_orgId_offerAssetId_fkey" FOREIGN KEY ("orgId", "offerAssetId") REFERENCES "ValueAsset"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Touchpoint" ADD CONSTRAINT "Touchpoint_orgId_dealId_fkey" FOREIGN KEY ("orgId", "dealId") REFERENCES "Deal"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Touchpoint" ADD CONSTRAINT "Touchpoint_orgId_followUpId_fkey" FOREIGN KEY ("orgId", "followUpId") REFERENCES "FollowUp"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Touchpoint" ADD CONSTRAINT "Touchpoint_orgId_correctsId_fkey" FOREIGN KEY ("orgId", "correctsId") REFERENCES "Touchpoint"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Touchpoint" ADD CONSTRAINT "Touchpoint_orgId_replacedById_fkey" FOREIGN KEY ("orgId", "replacedById") REFERENCES "Touchpoint"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ValueAsset" ADD CONSTRAINT "ValueAsset_orgId_createdById_fkey" FOREIGN KEY ("orgId", "createdById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ValueAsset" ADD CONSTRAINT "ValueAsset_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AssetShare" ADD CONSTRAINT "AssetShare_orgId_assetId_fkey" FOREIGN KEY ("orgId", "assetId") REFERENCES "ValueAsset"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AssetShare" ADD CONSTRAINT "AssetShare_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AssetShare" ADD CONSTRAINT "AssetShare_orgId_touchpointId_fkey" FOREIGN KEY ("orgId", "touchpointId") REFERENCES "Touchpoint"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_orgId_touchpointId_fkey" FOREIGN KEY ("orgId", "touchpointId") REFERENCES "Touchpoint"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_orgId_recordedById_fkey" FOREIGN KEY ("orgId", "recordedById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "NextStep" ADD CONSTRAINT "NextStep_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "NextStep" ADD CONSTRAINT "NextStep_orgId_createdById_fkey" FOREIGN KEY ("orgId", "createdById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "NextStep" ADD CONSTRAINT "NextStep_orgId_dealId_fkey" FOREIGN KEY ("orgId", "dealId") REFERENCES "Deal"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_orgId_createdById_fkey" FOREIGN KEY ("orgId", "createdById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_orgId_importId_fkey" FOREIGN KEY ("orgId", "importId") REFERENCES "Import"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;


