-- What a person can say on their own page besides channels and times (C2, C7): topics they like, topics they want no more of, the language to be
-- written to in, and how many useful things are welcome until the date they named.
ALTER TABLE "CommunicationPreference"
  ADD COLUMN "topics" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "refusedTopics" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "language" TEXT,
  ADD COLUMN "bridge" INTEGER,
  ADD CONSTRAINT "CommunicationPreference_language" CHECK ("language" IN ('en', 'de', 'fr', 'es')),
  ADD CONSTRAINT "CommunicationPreference_bridge" CHECK ("bridge" IS NULL OR ("bridge" BETWEEN 0 AND 3 AND "callBackOn" IS NOT NULL));

-- A rep shows a plan to the person it is about, or does not; what is shown can be accepted. Moving it asks anew.
ALTER TABLE "FollowUp"
  ADD COLUMN "shared" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "acceptedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT "FollowUp_accepted_was_shown" CHECK ("acceptedAt" IS NULL OR "shared");

-- What they say of the step we noted as agreed: that it is right, or what is right instead (G1).
ALTER TABLE "NextStep"
  ADD COLUMN "confirmedAt" TIMESTAMPTZ(3),
  ADD COLUMN "correction" TEXT;
