-- A published policy judges what is planned again in the background. How far that has come is kept, so that it can be watched, left, killed and gone on with.

CREATE TABLE "PolicyRollout" (
    "orgId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "judged" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PolicyRollout_pkey" PRIMARY KEY ("orgId","version"),
    CONSTRAINT "PolicyRollout_counts" CHECK (total >= 0 AND held BETWEEN 0 AND judged)
);

ALTER TABLE "PolicyRollout" ADD CONSTRAINT "PolicyRollout_orgId_version_fkey"
  FOREIGN KEY ("orgId", "version") REFERENCES "PolicyVersion"("orgId", "version") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Whoever plans reads the version in force under a shared lock, whoever publishes holds the exclusive one until the new version is there. So a plan is
-- either kept before the version is, and judged again with the others, or judged by it in the first place. The bodies are volatile: the version is read
-- after the lock was had, not as of the statement that waited for it.
CREATE FUNCTION policy_in_force(org uuid) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('policy ' || org, 0));
  RETURN (SELECT max(version) FROM "PolicyVersion" WHERE "orgId" = org);
END $$;

CREATE FUNCTION policy_to_replace(org uuid) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('policy ' || org, 0));
  RETURN (SELECT max(version) FROM "PolicyVersion" WHERE "orgId" = org);
END $$;
