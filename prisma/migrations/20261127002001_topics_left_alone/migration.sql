-- A topic somebody wants no more of, or a domain or company is to be spared, kept as the other suppressions are (C2, C4): the way is open, the topic is not.
ALTER TABLE "Suppression"
  ADD COLUMN "topic" TEXT,
  -- a topic is left out on every way
  ADD CONSTRAINT "Suppression_topic" CHECK (topic IS NULL OR (channel = 'any' AND topic <> '' AND topic = btrim(topic)));

CREATE OR REPLACE FUNCTION is_suppressed(org uuid, person uuid, wanted text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "Suppression" s WHERE s."orgId" = org AND s.hash = ANY(ARRAY(SELECT h.hash FROM hashes_of(org, person) h))
                    AND s."liftedAt" IS NULL AND s.topic IS NULL AND s.channel IN (wanted, 'any'))
$$;

-- Whether something is about nothing but topics that are kept away from a person: what lib/consent/topics.ts refuses.
CREATE FUNCTION is_about_suppressed(org uuid, person uuid, asset uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "ValueAsset" a WHERE a."orgId" = org AND a.id = asset AND a.topics <> '{}' AND NOT EXISTS (
      SELECT FROM unnest(a.topics) brought WHERE lower(btrim(brought)) NOT IN (
        SELECT lower(s.topic) FROM "Suppression" s WHERE s."orgId" = org AND s.topic IS NOT NULL AND s."liftedAt" IS NULL
           AND s.hash = ANY(ARRAY(SELECT h.hash FROM hashes_of(org, person) h)))))
$$;
