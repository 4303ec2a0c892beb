-- A word that is still being typed is looked for by its beginning, and for that the database gathers all that begins so, in all of a million notes, before
-- it looks at the days. So each word stands in the index a second time, behind the two days it was said in: what began so on those days is gathered alone.

CREATE FUNCTION said_and_when("theySaid" text, body text, at timestamptz) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
  SELECT array_to_tsvector(array_agg(word) || array_agg(span_of(at) || '/' || word))
    FROM unnest(tsvector_to_array(said_words("theySaid", body))) word WHERE octet_length(word) <= 2000);

-- The words of a question, all of which must be there; a word that is taken apart ("follow-up") by all its parts.
CREATE FUNCTION asked_words(question text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(to_tsquery('simple'::regconfig, question)::text, '<(-|\d+)>', '&', 'g')::tsquery;
-- The same on the days of each of these spans: one question a span, so that each is held against the few notes of its own days.
CREATE FUNCTION asked_words(question text, spans integer[]) RETURNS tsquery[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ARRAY(
  SELECT regexp_replace(asked_words(question)::text, '''((?:[^'']|'''')*)''', '''' || span || '/\1''', 'g')::tsquery FROM unnest(spans) span);

CREATE INDEX "Touchpoint_said_when" ON "Touchpoint" USING gin ("orgId", said_and_when("theySaid", body, at))
  WHERE "replacedById" IS NULL AND ("theySaid" IS NOT NULL OR body IS NOT NULL);
DROP INDEX "Touchpoint_said";
