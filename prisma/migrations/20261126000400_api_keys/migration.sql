-- Other programs ask before they act: a key works as one member, made by one admin, and only its hash is kept. Both are rows of the same
-- organisation, so that no key can reach into another.

CREATE TABLE "ApiKey" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "worksAsId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("orgId","id"),
    CONSTRAINT "ApiKey_name" CHECK (length(name) BETWEEN 1 AND 80),
    -- a token kept by mistake instead of its hash is refused
    CONSTRAINT "ApiKey_hash" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$')
);

CREATE UNIQUE INDEX "ApiKey_orgId_tokenHash_key" ON "ApiKey"("orgId", "tokenHash");

ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_orgId_worksAsId_fkey" FOREIGN KEY ("orgId", "worksAsId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_orgId_createdById_fkey" FOREIGN KEY ("orgId", "createdById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A revoked key stays revoked, and a key never changes whom it works as.
CREATE FUNCTION keep_api_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt"
     OR (NEW."tokenHash", NEW."worksAsId", NEW."createdById") IS DISTINCT FROM (OLD."tokenHash", OLD."worksAsId", OLD."createdById") THEN
    RAISE EXCEPTION 'a key is revoked for good and works as one person' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ApiKey_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_api_key BEFORE UPDATE ON "ApiKey" FOR EACH ROW EXECUTE FUNCTION keep_api_key();
