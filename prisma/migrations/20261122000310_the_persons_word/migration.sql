-- One reading of the ledger for code and database (lib/consent/standing.ts): a stop stands until the person says yes later than it. A yes that
-- has run out lifts nothing, at equal instants the stop wins, and their own stop of everything can be undone by them within ten minutes.

ALTER TABLE "ConsentEvent"
  DROP CONSTRAINT "ConsentEvent_status",
  ADD CONSTRAINT "ConsentEvent_status" CHECK (status IN ('express', 'soft_opt_in', 'implied', 'legitimate_interest', 'withdrawn', 'objected', 'paused', 'resumed', 'call_back', 'terms', 'undone'));

-- Since when a touch on `wanted` at `planned` is forbidden, or null. Entries count from the moment they are kept, whatever day is planned for.
CREATE FUNCTION stop_in_force(org uuid, person uuid, wanted text, planned timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT min(stop."effectiveFrom") FROM "ConsentEvent" stop
   WHERE stop."orgId" = org AND stop."prospectId" = person AND stop.channel IN (wanted, 'any') AND stop.status IN ('objected', 'withdrawn')
     AND NOT EXISTS (
       SELECT FROM "ConsentEvent" word
        WHERE word."orgId" = org AND word."prospectId" = person AND word.channel IN (wanted, 'any')
          AND word."saidBy" = 'person' AND word."effectiveFrom" > stop."effectiveFrom"
          AND ((word.status = 'express' AND (word."effectiveTo" IS NULL OR word."effectiveTo" > planned))
            OR (word.status = 'undone' AND stop.status = 'objected' AND stop.channel = 'any' AND stop."saidBy" = 'person'
                AND word."effectiveFrom" <= stop."effectiveFrom" + interval '10 minutes')))
$$;

CREATE OR REPLACE FUNCTION refuse_after_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF stop_in_force(NEW."orgId", NEW."prospectId", NEW.channel, NEW.at) IS NOT NULL THEN
    RAISE EXCEPTION 'this person asked us to stop' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'FollowUp_after_stop';
  END IF;
  RETURN NEW;
END $$;
