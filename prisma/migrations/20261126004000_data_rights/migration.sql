-- What people may ask about their data, and by when the law wants an answer (C8). Erasing leaves a skeleton: ids, dates, kinds and channels, so that counts
-- stay true; every word of and about the person goes, and nothing new can be written about them.

CREATE TABLE "DataRequest" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "cameBy" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "about" TEXT,
    "words" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "extendedAt" TIMESTAMPTZ(3),
    "extendedBecause" TEXT,
    "recordedById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "ground" TEXT,
    "answer" TEXT,

    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("orgId","id"),
    CONSTRAINT "DataRequest_kind" CHECK (kind IN ('export', 'correct', 'erase', 'object')),
    CONSTRAINT "DataRequest_state" CHECK (state IN ('open', 'done', 'refused')),
    CONSTRAINT "DataRequest_cameBy" CHECK ("cameBy" IN ('page', 'mail', 'phone')),
    CONSTRAINT "DataRequest_answered" CHECK ((state = 'open') = ("answeredAt" IS NULL) AND (state = 'refused') = (ground IS NOT NULL)),
    -- once, and with a reason
    CONSTRAINT "DataRequest_extended" CHECK (("extendedAt" IS NULL) = ("extendedBecause" IS NULL))
);

CREATE INDEX "DataRequest_orgId_prospectId_idx" ON "DataRequest"("orgId", "prospectId");
CREATE UNIQUE INDEX "DataRequest_one_open" ON "DataRequest" ("orgId", "prospectId", kind) WHERE state = 'open' AND kind <> 'correct';
CREATE INDEX "DataRequest_queue" ON "DataRequest" ("orgId", "dueOn", id) WHERE state = 'open';
CREATE INDEX "DataRequest_answers" ON "DataRequest" ("orgId", "answeredAt" DESC, id DESC) WHERE state <> 'open';

ALTER TABLE "DataRequest" ADD CONSTRAINT "DataRequest_orgId_prospectId_fkey" FOREIGN KEY ("orgId", "prospectId") REFERENCES "Prospect"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DataRequest" ADD CONSTRAINT "DataRequest_orgId_recordedById_fkey" FOREIGN KEY ("orgId", "recordedById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DataRequest" ADD CONSTRAINT "DataRequest_orgId_answeredById_fkey" FOREIGN KEY ("orgId", "answeredById") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- An answer is proof: it stays as it was given.
CREATE FUNCTION keep_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' AND (NEW.state, NEW.kind, NEW."receivedAt", NEW."answeredAt", NEW."answeredById", NEW.ground)
     IS DISTINCT FROM (OLD.state, OLD.kind, OLD."receivedAt", OLD."answeredAt", OLD."answeredById", OLD.ground) THEN
    RAISE EXCEPTION 'an answered request stays answered' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'DataRequest_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_answer BEFORE UPDATE ON "DataRequest" FOR EACH ROW EXECUTE FUNCTION keep_answer();

-- Who was erased has no name, no address, no place, and cannot be filled again.
ALTER TABLE "Prospect" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_erased" CHECK ("erasedAt" IS NULL OR (
  name = 'Erased person' AND "searchText" = '' AND "archivedAt" IS NOT NULL AND "nextAt" IS NULL
  AND num_nonnulls("givenName", "familyName", "jobTitle", "companyId", "timeZone", country, region, language, source, "externalKey", "primaryEmail") = 0));

CREATE FUNCTION keep_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an erasure is not undone' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_erased';
END $$;
CREATE TRIGGER keep_erased BEFORE UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NOT NULL AND NEW."erasedAt" IS DISTINCT FROM OLD."erasedAt") EXECUTE FUNCTION keep_erased();

-- Whoever writes about a person waits for an erasure that is under way, and is refused after it. The lock is what the foreign key takes anyway.
CREATE FUNCTION refuse_about_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gone timestamptz;
BEGIN
  SELECT "erasedAt" INTO gone FROM "Prospect" WHERE "orgId" = NEW."orgId" AND id = NEW."prospectId" FOR KEY SHARE;
  IF gone IS NOT NULL THEN
    RAISE EXCEPTION 'this person was erased' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'Prospect_erased';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "ContactPoint" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "Fact" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "OpportunityAssessment" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "Touchpoint" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "Objection" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "NextStep" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "FollowUp" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "GateDecision" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "ConsentEvent" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "CommunicationPreference" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "PreferenceLink" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT ON "DataRequest" FOR EACH ROW EXECUTE FUNCTION refuse_about_erased();
CREATE TRIGGER nothing_about_erased BEFORE INSERT OR UPDATE OF "prospectId" ON "Deal"
  FOR EACH ROW WHEN (NEW."prospectId" IS NOT NULL) EXECUTE FUNCTION refuse_about_erased();

-- What is left of an append-only row once its person is erased: when, which kind, which channel, what state. Only the words go.
CREATE FUNCTION redacted(relation text, line jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT line || CASE relation
    WHEN 'ConsentEvent' THEN '{"wording": null, "evidence": null, "contactPointId": null}'::jsonb
    WHEN 'Event' THEN '{"data": {}}'::jsonb
    WHEN 'GateDecision' THEN '{"reasons": [], "inputs": {}}'::jsonb
      || CASE WHEN line->>'overrideReason' IS NULL THEN '{}'::jsonb ELSE '{"overrideReason": "Removed on erasure"}'::jsonb END
  END
$$;

-- Append-only still: the one rewrite there is takes exactly those words from the rows of somebody who is erased. No setting opens it, and no role.
CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('ConsentEvent', 'Event', 'GateDecision') THEN
    IF to_jsonb(NEW) = redacted(TG_TABLE_NAME, to_jsonb(OLD))
       AND EXISTS (SELECT FROM "Prospect" WHERE "orgId" = OLD."orgId" AND id = OLD."prospectId" AND "erasedAt" IS NOT NULL) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Import lines that speak of a person: those their record came from, those matched to it, and any that holds an address of theirs.
CREATE FUNCTION erase_import_lines(org uuid, person uuid) RETURNS void LANGUAGE sql AS $$
  WITH address AS (SELECT lower(value) AS text, regexp_replace(normalised, '\D', '', 'g') AS digits, kind FROM "ContactPoint" WHERE "orgId" = org AND "prospectId" = person),
  source AS (SELECT "subjectId" AS import, (data->>'line')::int AS line FROM "Event"
              WHERE "orgId" = org AND "prospectId" = person AND kind IN ('prospect.imported', 'prospect.completed_by_import'))
  UPDATE "ImportLine" l SET cells = '{}', problems = NULL
   WHERE l."orgId" = org AND (l."matchId" = person OR (l."importId", l.line) IN (SELECT import, line FROM source) OR EXISTS (
         SELECT FROM unnest(l.cells) cell JOIN address a ON position(a.text IN lower(cell)) > 0
                 OR (a.kind = 'phone' AND length(a.digits) > 6 AND regexp_replace(cell, '\D', '', 'g') LIKE '%' || right(a.digits, 9))))
$$;

-- Everything held about one person, in the caller's transaction. Waits for whoever writes about them and lets nobody in before it is done.
CREATE FUNCTION erase_person(org uuid, person uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE spoken text[];
BEGIN
  PERFORM FROM "Prospect" WHERE "orgId" = org AND id = person AND "erasedAt" IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT array_agg(lower(word)) INTO spoken FROM (
    SELECT unnest(ARRAY[name, "givenName", "familyName", "externalKey"]) AS word FROM "Prospect" WHERE "orgId" = org AND id = person
    UNION ALL SELECT value FROM "ContactPoint" WHERE "orgId" = org AND "prospectId" = person) names WHERE length(word) > 2;

  PERFORM erase_import_lines(org, person);
  UPDATE "StageChange" SET agreement = NULL
   WHERE "orgId" = org AND "dealId" IN (SELECT id FROM "Deal" WHERE "orgId" = org AND "prospectId" = person);
  UPDATE "Deal" d SET title = CASE WHEN EXISTS (SELECT FROM unnest(spoken) word WHERE position(word IN lower(d.title)) > 0) THEN 'Deal' ELSE d.title END,
                      "externalKey" = NULL, "prospectId" = CASE WHEN d."companyId" IS NULL THEN d."prospectId" END
   WHERE d."orgId" = org AND d."prospectId" = person;
  UPDATE "FollowUp" SET state = CASE WHEN state IN ('scheduled', 'held') THEN 'cancelled' ELSE state END, "settledAt" = coalesce("settledAt", moment),
                        "offerText" = NULL, helps = '', draft = NULL, "heldReason" = NULL, "urgentFactId" = NULL
   WHERE "orgId" = org AND "prospectId" = person;
  UPDATE "Touchpoint" SET body = NULL, "theySaid" = NULL, "offerText" = NULL WHERE "orgId" = org AND "prospectId" = person;
  UPDATE "Objection" SET words = '' WHERE "orgId" = org AND "prospectId" = person;
  UPDATE "NextStep" SET what = '', "settledAt" = coalesce("settledAt", moment), "settledAs" = coalesce("settledAs", 'dropped')
   WHERE "orgId" = org AND "prospectId" = person;
  UPDATE "CommunicationPreference" SET note = NULL, "timeZone" = NULL WHERE "orgId" = org AND "prospectId" = person;
  UPDATE "OpportunityAssessment" SET "timelineSource" = NULL WHERE "orgId" = org AND "prospectId" = person;
  UPDATE "DataRequest" SET about = NULL, words = NULL, answer = NULL,
                           "extendedBecause" = CASE WHEN "extendedBecause" IS NOT NULL THEN 'Removed on erasure' END
   WHERE "orgId" = org AND "prospectId" = person;
  DELETE FROM "Fact" WHERE "orgId" = org AND "prospectId" = person;

  UPDATE "Prospect" SET name = 'Erased person', "givenName" = NULL, "familyName" = NULL, "jobTitle" = NULL, "companyId" = NULL, "timeZone" = NULL,
                        country = NULL, region = NULL, language = NULL, source = NULL, "externalKey" = NULL, "primaryEmail" = NULL, "searchText" = '',
                        "nextAt" = NULL, "archivedAt" = coalesce("archivedAt", moment), "erasedAt" = moment, version = version + 1
   WHERE "orgId" = org AND id = person;
  UPDATE "ConsentEvent" SET wording = NULL, evidence = NULL, "contactPointId" = NULL WHERE "orgId" = org AND "prospectId" = person;
  UPDATE "GateDecision" SET reasons = '[]', inputs = '{}', "overrideReason" = CASE WHEN "overrideReason" IS NOT NULL THEN 'Removed on erasure' END
   WHERE "orgId" = org AND "prospectId" = person;
  UPDATE "Event" SET data = '{}' WHERE "orgId" = org AND "prospectId" = person;
  DELETE FROM "ContactPoint" WHERE "orgId" = org AND "prospectId" = person;
END $$;
