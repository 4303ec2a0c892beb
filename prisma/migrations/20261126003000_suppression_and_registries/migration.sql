-- Registries of numbers that must not be rung up, suppression of domains, companies and people, and the database's own refusal of a touch to any of them (C4, C9).

ALTER TABLE "ConsentEvent"
  ADD COLUMN "doubleOptInAt" TIMESTAMPTZ(3),
  DROP CONSTRAINT "ConsentEvent_status",
  ADD CONSTRAINT "ConsentEvent_status" CHECK (status IN ('express', 'soft_opt_in', 'implied', 'legitimate_interest', 'withdrawn', 'objected', 'paused', 'resumed', 'call_back', 'terms', 'undone', 'looked_up'));

-- What runs out soon, for the warning before it does.
CREATE INDEX "ConsentEvent_ends" ON "ConsentEvent"("orgId", "effectiveTo") WHERE "effectiveTo" IS NOT NULL;

ALTER TABLE "Suppression"
  ADD COLUMN "label" TEXT,
  ADD COLUMN "createdById" UUID,
  ADD COLUMN "liftedById" UUID,
  ADD COLUMN "liftReason" TEXT,
  DROP CONSTRAINT "Suppression_kind",
  ADD CONSTRAINT "Suppression_kind" CHECK (kind IN ('email', 'phone', 'domain', 'company', 'person')),
  -- of a person nothing but the hash is kept
  ADD CONSTRAINT "Suppression_label" CHECK ((label IS NOT NULL) = (kind IN ('domain', 'company'))),
  ADD CONSTRAINT "Suppression_orgId_createdById_fkey" FOREIGN KEY ("orgId", "createdById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "Suppression_orgId_liftedById_fkey" FOREIGN KEY ("orgId", "liftedById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "RegistryList" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "registry" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "fileName" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegistryList_pkey" PRIMARY KEY ("orgId","id"),
    CONSTRAINT "RegistryList_count" CHECK (count > 0)
);
ALTER TABLE "RegistryList" ADD CONSTRAINT "RegistryList_orgId_uploadedById_fkey" FOREIGN KEY ("orgId", "uploadedById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- One list of a registry counts.
CREATE UNIQUE INDEX "RegistryList_in_force" ON "RegistryList"("orgId", "registry") WHERE "replacedAt" IS NULL;

CREATE TABLE "RegistryNumber" (
    "orgId" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "RegistryNumber_pkey" PRIMARY KEY ("orgId","listId","hash"),
    -- a number kept by mistake instead of its hash is refused
    CONSTRAINT "RegistryNumber_hash" CHECK (hash ~ '^[0-9a-f]{64}$')
);
ALTER TABLE "RegistryNumber" ADD CONSTRAINT "RegistryNumber_orgId_listId_fkey" FOREIGN KEY ("orgId", "listId") REFERENCES "RegistryList"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- What lib/consent/hash-address.ts says in code.
CREATE FUNCTION suppression_hash(salt text, kind text, normalised text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(salt || ':' || kind || ':' || normalised, 'UTF8')), 'hex')
$$;

-- A domain and those it belongs to: mail.example.com, example.com.
CREATE FUNCTION domains_above(domain text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT array_to_string(parts[i:], '.') FROM string_to_array(domain, '.') parts, generate_series(1, cardinality(parts) - 1) i
$$;

-- Under which hashes a person may be suppressed: their addresses, the domains of these, the company by its id, name and domain, the key the record came with.
CREATE FUNCTION hashes_of(org uuid, person uuid) RETURNS TABLE (kind text, hash text) LANGUAGE sql STABLE AS $$
  SELECT known.kind, suppression_hash(o."hashSalt", known.kind, known.value)
    FROM "Organisation" o, LATERAL (
      SELECT cp.kind, cp.normalised AS value FROM "ContactPoint" cp WHERE cp."orgId" = org AND cp."prospectId" = person AND cp.kind IN ('email', 'phone')
      UNION ALL SELECT 'domain', above.value FROM (
          SELECT split_part(cp.normalised, '@', 2) AS domain FROM "ContactPoint" cp WHERE cp."orgId" = org AND cp."prospectId" = person AND cp.kind = 'email'
          UNION SELECT lower(c.domain) FROM "Prospect" p JOIN "Company" c ON c."orgId" = org AND c.id = p."companyId" WHERE p."orgId" = org AND p.id = person AND c.domain IS NOT NULL) own,
        LATERAL domains_above(own.domain) AS above(value)
      UNION ALL SELECT own.kind, own.value FROM "Prospect" p LEFT JOIN "Company" c ON c."orgId" = org AND c.id = p."companyId",
        LATERAL (VALUES ('company', c.id::text), ('company', lower(c.name)), ('person', p."externalKey")) AS own(kind, value)
        WHERE p."orgId" = org AND p.id = person AND own.value IS NOT NULL) known
   WHERE o.id = org
$$;

CREATE FUNCTION is_suppressed(org uuid, person uuid, wanted text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "Suppression" s WHERE s."orgId" = org AND s.hash = ANY(ARRAY(SELECT h.hash FROM hashes_of(org, person) h)) AND s."liftedAt" IS NULL AND s.channel IN (wanted, 'any'))
$$;

-- What we hold of each registry, as of which day, and whether a number of theirs is on it.
-- What each list says of a person: nothing where a number of theirs cannot be looked up in it and none is found, for then it counts as not checked.
CREATE FUNCTION registry_checks(org uuid, person uuid) RETURNS TABLE (list text, "asOf" date, listed boolean, "uploadedAt" timestamptz) LANGUAGE sql STABLE AS $$
  WITH phone AS (
    SELECT split_part(cp.normalised, ';', 1) AS number FROM "ContactPoint" cp
     WHERE cp."orgId" = org AND cp."prospectId" = person AND cp.kind = 'phone' AND cp."invalidAt" IS NULL)
  SELECT found.registry, found."asOf", found.listed, found."uploadedAt" FROM (
    SELECT l.registry, l."asOf", l."uploadedAt", EXISTS (
             SELECT FROM phone JOIN "Organisation" o ON o.id = org
               JOIN "RegistryNumber" n ON n."orgId" = org AND n."listId" = l.id AND n.hash = suppression_hash(o."hashSalt", 'phone', phone.number)) AS listed
      FROM "RegistryList" l WHERE l."orgId" = org AND l."replacedAt" IS NULL) found
   WHERE found.listed OR NOT EXISTS (SELECT FROM phone WHERE phone.number !~ '^\+[1-9][0-9]{6,14}$')
$$;

CREATE OR REPLACE FUNCTION refuse_after_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF stop_in_force(NEW."orgId", NEW."prospectId", NEW.channel, NEW.at) IS NOT NULL THEN
    RAISE EXCEPTION 'this person asked us to stop' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'FollowUp_after_stop';
  END IF;
  IF is_suppressed(NEW."orgId", NEW."prospectId", NEW.channel) THEN
    RAISE EXCEPTION 'an address, domain or company of theirs must not be contacted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'FollowUp_suppressed';
  END IF;
  RETURN NEW;
END $$;
