-- D3, P2: too much and too little of each rep's prospects, measured every night, so that a manager's page reads a few rows and not a hundred thousand histories.

CREATE TABLE "RepPersistence" (
  "orgId" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "people" INTEGER NOT NULL,
  "push" REAL NOT NULL,
  "neglect" REAL NOT NULL,
  "abandoned" INTEGER NOT NULL,
  "stoppedShort" INTEGER NOT NULL,
  "measuredAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RepPersistence_pkey" PRIMARY KEY ("orgId", "userId"),
  CONSTRAINT "RepPersistence_shares" CHECK ("push" BETWEEN 0 AND 1 AND "neglect" BETWEEN 0 AND 1),
  CONSTRAINT "RepPersistence_counts" CHECK ("people" > 0 AND "stoppedShort" <= "abandoned" AND "abandoned" <= "people")
);
ALTER TABLE "RepPersistence" ADD CONSTRAINT "RepPersistence_orgId_userId_fkey"
  FOREIGN KEY ("orgId", "userId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
