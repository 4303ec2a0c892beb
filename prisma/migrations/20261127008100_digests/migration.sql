-- What a member is mailed each day, if they want that, and at which hour of theirs; and that a day's was looked at, so that nobody gets two.

CREATE TABLE "DigestSetting" (
    "orgId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "hour" INTEGER,
    "kinds" TEXT[] NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DigestSetting_pkey" PRIMARY KEY ("orgId","userId"),
    CONSTRAINT "DigestSetting_hour" CHECK ("hour" BETWEEN 0 AND 23)
);

CREATE TABLE "Digest" (
    "orgId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "mailId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("orgId","userId","day")
);

ALTER TABLE "DigestSetting" ADD CONSTRAINT "DigestSetting_orgId_userId_fkey" FOREIGN KEY ("orgId", "userId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_orgId_userId_fkey" FOREIGN KEY ("orgId", "userId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_orgId_mailId_fkey" FOREIGN KEY ("orgId", "mailId") REFERENCES "Mail"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "Digest_orgId_mailId_idx" ON "Digest"("orgId", "mailId");
