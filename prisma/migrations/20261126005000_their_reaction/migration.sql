-- When they said themselves whether something was useful, on their own page: what is read from later touches does not take their word's place (V4).
ALTER TABLE "AssetShare"
  ADD COLUMN "reactedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT "AssetShare_reacted" CHECK ("reactedAt" IS NULL OR reaction IS NOT NULL);
