-- V4: how an asset was received by those who had it, counted by a job, so that judging reads two numbers and not a history.

ALTER TABLE "ValueAsset" ADD COLUMN "given" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "welcomed" INTEGER NOT NULL DEFAULT 0;
