-- What the database itself refuses: words outside the vocabulary, a schedule without a passing decision, a rewritten ledger, a touch after a stop.

ALTER TABLE "Member" ADD CONSTRAINT "Member_role" CHECK (role IN ('rep', 'manager', 'admin'));
ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_role" CHECK (role IN ('rep', 'manager', 'admin')),
  ADD CONSTRAINT "Invitation_purpose" CHECK (purpose IN ('join', 'reset') AND (purpose = 'join' OR "userId" IS NOT NULL));

ALTER TABLE "Prospect"
  ADD CONSTRAINT "Prospect_subscriberKind" CHECK ("subscriberKind" IN ('consumer', 'sole_trader', 'corporate', 'unknown')),
  ADD CONSTRAINT "Prospect_relationship" CHECK (relationship IN ('cold', 'inbound', 'referral', 'customer')),
  ADD CONSTRAINT "Prospect_name" CHECK (name <> '');
ALTER TABLE "Company" ADD CONSTRAINT "Company_name" CHECK (name <> '');
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_kind" CHECK (kind IN ('email', 'phone', 'linkedin', 'address'));
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_origin" CHECK (origin IN ('told_us', 'public_professional', 'third_party', 'observed'));
ALTER TABLE "OpportunityAssessment"
  ADD CONSTRAINT "OpportunityAssessment_fit" CHECK (fit BETWEEN 0 AND 100),
  ADD CONSTRAINT "OpportunityAssessment_stake" CHECK (stake IN ('low', 'medium', 'high')),
  ADD CONSTRAINT "OpportunityAssessment_homework" CHECK (homework IN ('none', 'some', 'researched'));
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_kind" CHECK (kind IN ('open', 'won', 'lost'));
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_with_someone" CHECK ("companyId" IS NOT NULL OR "prospectId" IS NOT NULL);

ALTER TABLE "Touchpoint"
  ADD CONSTRAINT "Touchpoint_channel" CHECK (channel IN ('email', 'phone', 'sms', 'linkedin', 'mail', 'meeting')),
  ADD CONSTRAINT "Touchpoint_direction" CHECK (direction IN ('out', 'in')),
  ADD CONSTRAINT "Touchpoint_disposition" CHECK (disposition IN ('sent', 'no_answer', 'voicemail', 'bounced', 'conversation', 'replied', 'asked_question', 'interested', 'thanked', 'said_no', 'said_later', 'asked_to_pause', 'asked_to_stop', 'out_of_office', 'inquired')),
  ADD CONSTRAINT "Touchpoint_offerKind" CHECK ("offerKind" IN ('none', 'asset', 'answer', 'introduction', 'invitation', 'news', 'sample', 'requested', 'resource')),
  ADD CONSTRAINT "Touchpoint_askSize" CHECK ("askSize" IN ('none', 'reply', 'resource', 'call', 'meeting', 'trial', 'commitment'));
ALTER TABLE "ValueAsset" ADD CONSTRAINT "ValueAsset_kind" CHECK (kind IN ('article', 'insight', 'template', 'sample', 'invitation', 'introduction', 'help'));
ALTER TABLE "AssetShare" ADD CONSTRAINT "AssetShare_reaction" CHECK (reaction IS NULL OR reaction IN ('useful', 'neutral', 'not_useful'));
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_kind" CHECK (kind IN ('reflex', 'timing', 'price', 'authority', 'need', 'rival', 'final'));
ALTER TABLE "NextStep"
  ADD CONSTRAINT "NextStep_owedBy" CHECK ("owedBy" IN ('us', 'them')),
  ADD CONSTRAINT "NextStep_settled" CHECK (("settledAt" IS NULL) = ("settledAs" IS NULL) AND ("settledAs" IS NULL OR "settledAs" IN ('kept', 'missed', 'dropped')));

ALTER TABLE "ConsentEvent"
  ADD CONSTRAINT "ConsentEvent_channel" CHECK (channel IN ('email', 'phone', 'sms', 'linkedin', 'mail', 'meeting', 'any')),
  ADD CONSTRAINT "ConsentEvent_status" CHECK (status IN ('express', 'soft_opt_in', 'implied', 'legitimate_interest', 'withdrawn', 'objected', 'paused', 'resumed', 'call_back', 'terms')),
  ADD CONSTRAINT "ConsentEvent_saidBy" CHECK ("saidBy" IN ('person', 'rep', 'import', 'system'));
ALTER TABLE "CommunicationPreference"
  ADD CONSTRAINT "CommunicationPreference_rate" CHECK (("maxTouches" IS NULL) = ("maxPer" IS NULL) AND ("maxPer" IS NULL OR "maxPer" IN ('week', 'month', 'quarter')) AND ("maxTouches" IS NULL OR "maxTouches" BETWEEN 1 AND 99)),
  ADD CONSTRAINT "CommunicationPreference_hours" CHECK (("fromHour" IS NULL) = ("toHour" IS NULL) AND ("fromHour" IS NULL OR (0 <= "fromHour" AND "fromHour" < "toHour" AND "toHour" <= 24))),
  ADD CONSTRAINT "CommunicationPreference_days" CHECK (days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_kind" CHECK (kind IN ('email', 'phone', 'domain', 'person'));

-- The gate. A decision passes only if consent did, and lifts value or cadence only with a manager's reason.
ALTER TABLE "GateDecision"
  ADD CONSTRAINT "GateDecision_verdict" CHECK (verdict IN ('allow', 'confirm', 'rewrite', 'reschedule', 'block')),
  ADD CONSTRAINT "GateDecision_consent_is_a_veto" CHECK (NOT passed OR "consentPassed"),
  ADD CONSTRAINT "GateDecision_override" CHECK ("overrideLevel" IN ('none', 'manager') AND ("overrideLevel" = 'none' OR (length(trim("overrideReason")) >= 10 AND "byId" IS NOT NULL))),
  ADD CONSTRAINT "GateDecision_passed" CHECK (NOT passed OR verdict IN ('allow', 'confirm') OR ("overrideLevel" = 'manager' AND verdict IN ('rewrite', 'reschedule')));
ALTER TABLE "FollowUp"
  ADD CONSTRAINT "FollowUp_state" CHECK (state IN ('scheduled', 'held', 'done', 'cancelled')),
  ADD CONSTRAINT "FollowUp_needs_a_passing_decision" CHECK (state <> 'scheduled' OR "decisionPassed"),
  ADD CONSTRAINT "FollowUp_held_has_a_reason" CHECK (state <> 'held' OR "heldReason" IS NOT NULL),
  ADD CONSTRAINT "FollowUp_channel" CHECK (channel IN ('email', 'phone', 'sms', 'linkedin', 'mail', 'meeting'));

ALTER TABLE "Import" ADD CONSTRAINT "Import_state" CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'discarded'));

CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ConsentEvent" FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ConsentEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE ON "GateDecision" FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- C4 once more below the code: whoever writes to the schedule, a stop in the ledger wins until the person says otherwise.
CREATE FUNCTION refuse_after_stop() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last_word text;
BEGIN
  SELECT status INTO last_word FROM "ConsentEvent"
   WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW."prospectId" AND channel IN (NEW.channel, 'any')
     AND (status IN ('objected', 'withdrawn') OR (status = 'express' AND "saidBy" = 'person'))
   ORDER BY "effectiveFrom" DESC, "recordedAt" DESC, (status = 'express') LIMIT 1;
  IF last_word IN ('objected', 'withdrawn') THEN
    RAISE EXCEPTION 'this person asked us to stop' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'FollowUp_after_stop';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_touch_after_stop BEFORE INSERT OR UPDATE OF state, channel, at ON "FollowUp"
  FOR EACH ROW WHEN (NEW.state = 'scheduled') EXECUTE FUNCTION refuse_after_stop();
