-- What a registry says is asked of the number that would be rung up: the main one that still reaches them, as lib/consent/address.ts chooses it (C9).
CREATE OR REPLACE FUNCTION registry_checks(org uuid, person uuid) RETURNS TABLE (list text, "asOf" date, listed boolean, "uploadedAt" timestamptz) LANGUAGE sql STABLE AS $$
  WITH phone AS (
    SELECT split_part(cp.normalised, ';', 1) AS number FROM "ContactPoint" cp
     WHERE cp."orgId" = org AND cp."prospectId" = person AND cp.kind = 'phone' AND cp."invalidAt" IS NULL
     ORDER BY cp."isPrimary" DESC, cp.id LIMIT 1)
  SELECT found.registry, found."asOf", found.listed, found."uploadedAt" FROM (
    SELECT l.registry, l."asOf", l."uploadedAt", EXISTS (
             SELECT FROM phone JOIN "Organisation" o ON o.id = org
               JOIN "RegistryNumber" n ON n."orgId" = org AND n."listId" = l.id AND n.hash = suppression_hash(o."hashSalt", 'phone', phone.number)) AS listed
      FROM "RegistryList" l WHERE l."orgId" = org AND l."replacedAt" IS NULL) found
   WHERE found.listed OR NOT EXISTS (SELECT FROM phone WHERE phone.number !~ '^\+[1-9][0-9]{6,14}$')
$$;
