-- Two records of one person become one (D9). All that hangs on the one moves to the other, the append-only evidence too: each line stays as it was said, only
-- whose it is changes, and only to the record theirs was merged into. What is left is a signpost with the name and the key an import knows them by.

ALTER TABLE "Prospect" ADD COLUMN "mergedIntoId" UUID;
ALTER TABLE "Prospect"
  ADD CONSTRAINT "Prospect_orgId_mergedIntoId_fkey" FOREIGN KEY ("orgId", "mergedIntoId") REFERENCES "Prospect"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  -- a signpost stands in no list, has nothing planned and is not restored
  ADD CONSTRAINT "Prospect_merged" CHECK ("mergedIntoId" IS NULL OR ("mergedIntoId" <> id AND "archivedAt" IS NOT NULL AND "nextAt" IS NULL));
CREATE INDEX "Prospect_orgId_mergedIntoId_idx" ON "Prospect"("orgId", "mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;

-- Merging is not undone and leads to a record that stands; where that is merged in turn, its signposts follow.
CREATE FUNCTION keep_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Prospect" WHERE "orgId" = NEW."orgId" AND id = NEW."mergedIntoId" AND "erasedAt" IS NULL AND "mergedIntoId" IS NULL)
     OR (OLD."mergedIntoId" IS NOT NULL AND NOT EXISTS (
           SELECT FROM "Prospect" WHERE "orgId" = NEW."orgId" AND id = OLD."mergedIntoId" AND "mergedIntoId" = NEW."mergedIntoId")) THEN
    RAISE EXCEPTION 'a merged record leads to one that stands, for good' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_merged';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_merged BEFORE UPDATE OF "mergedIntoId" ON "Prospect"
  FOR EACH ROW WHEN (NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId") EXECUTE FUNCTION keep_merged();

-- Nothing new is written about a signpost either: whoever waited for the merge is refused after it.
CREATE OR REPLACE FUNCTION refuse_about_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person record;
BEGIN
  SELECT "erasedAt", "mergedIntoId" INTO person FROM "Prospect" WHERE "orgId" = NEW."orgId" AND id = NEW."prospectId" FOR KEY SHARE;
  IF person."erasedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'this person was erased' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_erased';
  END IF;
  IF person."mergedIntoId" IS NOT NULL THEN
    RAISE EXCEPTION 'this record was merged into another' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_merged';
  END IF;
  RETURN NEW;
END $$;

-- Append-only still. Besides the words an erasure takes, one thing changes: whose line it is, from a merged record to the one it leads to; and which row
-- stands for the address it speaks of, where both records had that same address.
CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE was jsonb; line jsonb;
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('ConsentEvent', 'Event', 'GateDecision') THEN
    was := to_jsonb(OLD);
    line := to_jsonb(NEW);
    IF line = redacted(TG_TABLE_NAME, was)
       AND EXISTS (SELECT FROM "Prospect" WHERE "orgId" = OLD."orgId" AND id = OLD."prospectId" AND "erasedAt" IS NOT NULL) THEN
      RETURN NEW;
    END IF;
    IF line - 'prospectId' - 'contactPointId' = was - 'prospectId' - 'contactPointId'
       AND EXISTS (SELECT FROM "Prospect" WHERE "orgId" = OLD."orgId" AND id = OLD."prospectId" AND "mergedIntoId" = NEW."prospectId")
       AND (line->'contactPointId' IS NOT DISTINCT FROM was->'contactPointId' OR EXISTS (
             SELECT FROM "ContactPoint" own JOIN "ContactPoint" other ON other."orgId" = own."orgId" AND other.kind = own.kind AND other.normalised = own.normalised
              WHERE own."orgId" = OLD."orgId" AND own.id = (was->>'contactPointId')::uuid AND other.id = (line->>'contactPointId')::uuid AND other."prospectId" = NEW."prospectId")) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- A follow-up goes with the decision it stands on. Whether it may stand where it came is asked at the end of the transaction, which judges it again before.
ALTER TABLE "FollowUp"
  DROP CONSTRAINT "FollowUp_orgId_decisionId_prospectId_channel_at_decisionPa_fkey",
  ADD CONSTRAINT "FollowUp_orgId_decisionId_prospectId_channel_at_decisionPa_fkey" FOREIGN KEY ("orgId", "decisionId", "prospectId", "channel", "at", "decisionPassed")
    REFERENCES "GateDecision"("orgId", "id", "prospectId", "channel", "at", "passed") ON DELETE RESTRICT ON UPDATE CASCADE;
DROP TRIGGER no_touch_after_stop ON "FollowUp";
CREATE TRIGGER no_touch_after_stop BEFORE INSERT ON "FollowUp" FOR EACH ROW WHEN (NEW.state = 'scheduled') EXECUTE FUNCTION refuse_after_stop();
CREATE TRIGGER no_change_after_stop BEFORE UPDATE OF state, channel, at ON "FollowUp"
  FOR EACH ROW WHEN (NEW.state = 'scheduled' AND NEW."prospectId" = OLD."prospectId") EXECUTE FUNCTION refuse_after_stop();
CREATE FUNCTION refuse_moved_after_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- as if it were scheduled now: the trigger above answers
  UPDATE "FollowUp" SET state = state WHERE "orgId" = NEW."orgId" AND id = NEW.id AND state = 'scheduled';
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER no_move_after_stop AFTER UPDATE ON "FollowUp" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."prospectId" <> OLD."prospectId") EXECUTE FUNCTION refuse_moved_after_stop();

-- Under which hashes a person may be suppressed: their addresses, the domains of these, the company by its id, name and domain, the keys their records came with.
CREATE OR REPLACE FUNCTION hashes_of(org uuid, person uuid) RETURNS TABLE (kind text, hash text) LANGUAGE sql STABLE AS $$
  SELECT known.kind, suppression_hash(o."hashSalt", known.kind, known.value)
    FROM "Organisation" o, LATERAL (
      SELECT cp.kind, cp.normalised AS value FROM "ContactPoint" cp WHERE cp."orgId" = org AND cp."prospectId" = person AND cp.kind IN ('email', 'phone')
      UNION ALL SELECT 'domain', above.value FROM (
          SELECT split_part(cp.normalised, '@', 2) AS domain FROM "ContactPoint" cp WHERE cp."orgId" = org AND cp."prospectId" = person AND cp.kind = 'email'
          UNION SELECT lower(c.domain) FROM "Prospect" p JOIN "Company" c ON c."orgId" = org AND c.id = p."companyId" WHERE p."orgId" = org AND p.id = person AND c.domain IS NOT NULL) own,
        LATERAL domains_above(own.domain) AS above(value)
      UNION ALL SELECT own.kind, own.value FROM "Prospect" p LEFT JOIN "Company" c ON c."orgId" = org AND c.id = p."companyId",
        LATERAL (VALUES ('company', c.id::text), ('company', lower(c.name)), ('person', p."externalKey")) AS own(kind, value)
        WHERE p."orgId" = org AND p.id = person AND own.value IS NOT NULL
      UNION ALL SELECT 'person', merged."externalKey" FROM "Prospect" merged
        WHERE merged."orgId" = org AND merged."mergedIntoId" = person AND merged."externalKey" IS NOT NULL) known
   WHERE o.id = org
$$;

-- Addresses both records have become one: out of use where either says so, theirs since the later. A yes that came by mail is worth no more than before
-- (C4): where a stop stands on the other record, an address and a link that came to it by merging count from now.
CREATE FUNCTION merge_addresses(org uuid, folded uuid, kept uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE person uuid; other uuid;
BEGIN
  FOR person, other IN VALUES (folded, kept), (kept, folded) LOOP
    IF EXISTS (SELECT FROM unnest(ARRAY['email', 'phone', 'sms', 'linkedin', 'mail', 'meeting']) channel WHERE stop_in_force(org, other, channel, moment) IS NOT NULL) THEN
      UPDATE "PreferenceLink" SET "addressSince" = moment WHERE "orgId" = org AND "prospectId" = person AND "addressSince" IS NOT NULL;
      UPDATE "ContactPoint" own SET "createdAt" = moment
       WHERE own."orgId" = org AND own."prospectId" = person AND NOT EXISTS (
             SELECT FROM "ContactPoint" c WHERE c."orgId" = org AND c."prospectId" = other AND c.kind = own.kind AND c.normalised = own.normalised);
    END IF;
  END LOOP;

  UPDATE "ContactPoint" stays SET "invalidAt" = coalesce(stays."invalidAt", goes."invalidAt"), "verifiedAt" = coalesce(stays."verifiedAt", goes."verifiedAt"),
                                  "createdAt" = greatest(stays."createdAt", goes."createdAt")
    FROM "ContactPoint" goes
   WHERE stays."orgId" = org AND stays."prospectId" = kept AND goes."orgId" = org AND goes."prospectId" = folded
     AND goes.kind = stays.kind AND goes.normalised = stays.normalised;
  UPDATE "ConsentEvent" e SET "prospectId" = kept, "contactPointId" = stays.id
    FROM "ContactPoint" goes JOIN "ContactPoint" stays
      ON stays."orgId" = goes."orgId" AND stays."prospectId" = kept AND stays.kind = goes.kind AND stays.normalised = goes.normalised
   WHERE e."orgId" = org AND e."prospectId" = folded AND goes."orgId" = org AND goes."prospectId" = folded AND goes.id = e."contactPointId";
  DELETE FROM "ContactPoint" goes USING "ContactPoint" stays
   WHERE goes."orgId" = org AND goes."prospectId" = folded AND stays."orgId" = org AND stays."prospectId" = kept
     AND goes.kind = stays.kind AND goes.normalised = stays.normalised;
  -- the main one of each kind is the kept record's, while it can be used
  UPDATE "ContactPoint" own SET "isPrimary" = false
   WHERE own."orgId" = org AND own."prospectId" IN (folded, kept) AND own."isPrimary" AND EXISTS (
         SELECT FROM "ContactPoint" better WHERE better."orgId" = org AND better."prospectId" IN (folded, kept) AND better.kind = own.kind AND better."isPrimary"
            AND (better."invalidAt" IS NOT NULL, better."prospectId" = folded, better.id) < (own."invalidAt" IS NOT NULL, own."prospectId" = folded, own.id));
END $$;

-- Everything held about one person to the other record of theirs, in the caller's transaction, which holds both locks and then judges what is planned again.
CREATE FUNCTION merge_person(org uuid, folded uuid, kept uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE part record;
BEGIN
  UPDATE "Prospect" SET "mergedIntoId" = kept, "archivedAt" = coalesce("archivedAt", moment), "nextAt" = NULL, "searchText" = '', "companyId" = NULL,
                        "givenName" = NULL, "familyName" = NULL, "jobTitle" = NULL, "timeZone" = NULL, country = NULL, region = NULL, language = NULL, source = NULL,
                        version = version + 1
   WHERE "orgId" = org AND id = folded AND "mergedIntoId" IS NULL AND "erasedAt" IS NULL;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such record to merge' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_merged'; END IF;

  PERFORM merge_addresses(org, folded, kept, moment);
  -- what they chose, numbered anew in the order in which it was said
  UPDATE "CommunicationPreference" v SET "prospectId" = kept, version = -said.nr
    FROM (SELECT "prospectId", version, row_number() OVER (ORDER BY "createdAt", "prospectId" = kept, version) AS nr
            FROM "CommunicationPreference" WHERE "orgId" = org AND "prospectId" IN (folded, kept)) said
   WHERE v."orgId" = org AND v."prospectId" = said."prospectId" AND v.version = said.version;
  UPDATE "CommunicationPreference" SET version = -version WHERE "orgId" = org AND "prospectId" = kept AND version < 0;
  -- asked twice for the same: the earlier request is answered, the later is closed with it
  UPDATE "DataRequest" r SET state = 'done', "answeredAt" = moment, answer = 'Answered with the same request, made before of their other record.'
    FROM "DataRequest" first
   WHERE r."orgId" = org AND r."prospectId" IN (folded, kept) AND r.state = 'open' AND r.kind <> 'correct'
     AND first."orgId" = org AND first."prospectId" IN (folded, kept) AND first."prospectId" <> r."prospectId" AND first.state = 'open' AND first.kind = r.kind
     AND (first."receivedAt", first.id) < (r."receivedAt", r.id);
  -- of what stands one at a time, that of the kept record goes on
  FOR part IN SELECT o.table_name AS name FROM information_schema.columns o JOIN information_schema.columns p USING (table_schema, table_name)
               WHERE table_schema = current_schema AND o.column_name = 'endedAt' AND p.column_name = 'prospectId' LOOP
    EXECUTE format('UPDATE %1$I f SET "endedAt" = $4 WHERE "orgId" = $1 AND "prospectId" = $2 AND "endedAt" IS NULL
                       AND EXISTS (SELECT FROM %1$I k WHERE k."orgId" = $1 AND k."prospectId" = $3 AND k."endedAt" IS NULL)', part.name)
      USING org, folded, kept, moment;
  END LOOP;

  -- whatever else refers to them, the tables to come as well; a follow-up goes with its decision
  FOR part IN SELECT c.conrelid::regclass AS name, a.attname AS who FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2]
               WHERE c.contype = 'f' AND c.confrelid = '"Prospect"'::regclass AND c.conrelid <> '"FollowUp"'::regclass LOOP
    EXECUTE format('UPDATE %s SET %2$I = $3 WHERE "orgId" = $1 AND %2$I = $2', part.name, part.who) USING org, folded, kept;
  END LOOP;
  UPDATE "Suppression" SET "prospectId" = kept WHERE "orgId" = org AND "prospectId" = folded;
  UPDATE "ImportLine" SET "matchId" = kept WHERE "orgId" = org AND "matchId" = folded;
END $$;

-- With the kept record the name of the other goes, too, where a deal was called by it. The signposts are erased first.
CREATE FUNCTION forget_merged_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Deal" SET title = 'Deal'
   WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW."mergedIntoId" AND length(OLD.name) > 2 AND position(lower(OLD.name) IN lower(title)) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_merged_name AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL AND NEW."mergedIntoId" IS NOT NULL) EXECUTE FUNCTION forget_merged_name();
