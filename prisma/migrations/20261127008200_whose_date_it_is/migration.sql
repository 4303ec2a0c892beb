-- The day a deal is decided is theirs, not ours (D2, D7): where it comes from stands beside it, and a guess of ours is seen as one.
ALTER TABLE "Deal" ADD COLUMN "closeOnFrom" TEXT;
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_closeOnFrom"
  CHECK ("closeOnFrom" IS NULL OR ("closeOnFrom" IN ('said', 'known', 'guess') AND "closeOn" IS NOT NULL)) NOT VALID;
ALTER TABLE "Deal" VALIDATE CONSTRAINT "Deal_closeOnFrom";
