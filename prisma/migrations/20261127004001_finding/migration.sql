-- Finding by words, also misspelt ones. Ranking a hundred thousand names by likeness takes a tenth of a second; looking up which words the organisation's
-- names are made of, one millisecond, and with the right word the search is an ordinary one.

-- Titles of deals and what was said are folded here as foldForSearch folds names, so that "sao" finds "São" there, too.
CREATE FUNCTION fold_for_search(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT AS $$
  SELECT CASE WHEN words ~ '^[!-~]+( [!-~]+)*$' THEN lower(words) ELSE btrim(regexp_replace(replace(replace(replace(replace(translate(
    regexp_replace(normalize(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')), NFKD), '[\u0300-\u036f]', '', 'g'),
    'łøđðıħ', 'loddih'), 'þ', 'th'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), '[\u0001-\u001f\u007f-\u009f\s]+', ' ', 'g')) END
$$;

CREATE INDEX "Deal_search" ON "Deal" USING gin ("orgId", fold_for_search(title) gin_trgm_ops) WHERE "archivedAt" IS NULL;

-- What they said and what we wrote, as words. The two days they were said in stand beside them, so that a word which many notes hold is looked for in
-- the latest days first and not in all of a million.
CREATE FUNCTION said_words("theySaid" text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('simple'::regconfig, fold_for_search(coalesce("theySaid", '') || ' ' || coalesce(body, '')));
CREATE FUNCTION span_of(at timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN floor(extract(epoch FROM at) / 172800)::integer;
CREATE INDEX "Touchpoint_said" ON "Touchpoint" USING gin ("orgId", span_of(at), said_words("theySaid", body))
  WHERE "replacedById" IS NULL AND ("theySaid" IS NOT NULL OR body IS NOT NULL);

-- The words of names and titles on the lists, without whose they are. No counts: two people may add the same name at once without waiting for each other.
CREATE TABLE "KnownWord" (
    "orgId" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "KnownWord_pkey" PRIMARY KEY ("orgId","word")
);
ALTER TABLE "KnownWord" ADD CONSTRAINT "KnownWord_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "KnownWord_near" ON "KnownWord" USING gin ("orgId", word gin_trgm_ops);

-- Neither addresses nor numbers: they are looked up as they are.
CREATE FUNCTION words_of(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT word), '{}')
    FROM (SELECT btrim(part, '()[],;:.!?"''&/-') FROM unnest(string_to_array(folded, ' ')) part) AS parts(word)
   WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9@.%_\\/]'
$$;

CREATE FUNCTION learn_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Deal' THEN
    INSERT INTO "KnownWord" SELECT DISTINCT n."orgId", word FROM added n, unnest(words_of(fold_for_search(n.title))) word
     WHERE n."archivedAt" IS NULL ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO "KnownWord" SELECT DISTINCT n."orgId", word FROM added n, unnest(words_of(n."searchText")) word
     WHERE n."archivedAt" IS NULL ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- A word nobody on the lists bears any more is forgotten at once: an erasure leaves no name behind.
CREATE FUNCTION forget_words(org uuid, words text[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "KnownWord" k WHERE k."orgId" = org AND k.word = ANY(words)
     AND NOT EXISTS (SELECT FROM "Prospect" p WHERE p."orgId" = org AND p."archivedAt" IS NULL AND p."searchText" LIKE '%' || k.word || '%' AND k.word = ANY(words_of(p."searchText")))
     AND NOT EXISTS (SELECT FROM "Company" c WHERE c."orgId" = org AND c."archivedAt" IS NULL AND c."searchText" LIKE '%' || k.word || '%' AND k.word = ANY(words_of(c."searchText")))
     AND NOT EXISTS (SELECT FROM "Deal" d WHERE d."orgId" = org AND d."archivedAt" IS NULL AND fold_for_search(d.title) LIKE '%' || k.word || '%' AND k.word = ANY(words_of(fold_for_search(d.title))))
$$;

CREATE FUNCTION relearn_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text[] := '{}';
  after text[] := '{}';
BEGIN
  IF TG_TABLE_NAME = 'Deal' THEN
    IF OLD."archivedAt" IS NULL THEN before := words_of(fold_for_search(OLD.title)); END IF;
    IF NEW."archivedAt" IS NULL THEN after := words_of(fold_for_search(NEW.title)); END IF;
  ELSE
    IF OLD."archivedAt" IS NULL THEN before := words_of(OLD."searchText"); END IF;
    IF NEW."archivedAt" IS NULL THEN after := words_of(NEW."searchText"); END IF;
  END IF;
  INSERT INTO "KnownWord" SELECT NEW."orgId", word FROM unnest(after) word WHERE word <> ALL(before) ORDER BY 2 ON CONFLICT DO NOTHING;
  before := ARRAY(SELECT unnest(before) EXCEPT SELECT unnest(after));
  IF before <> '{}' THEN PERFORM forget_words(NEW."orgId", before); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER learn_words AFTER INSERT ON "Prospect" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION learn_words();
CREATE TRIGGER learn_words AFTER INSERT ON "Company" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION learn_words();
CREATE TRIGGER learn_words AFTER INSERT ON "Deal" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION learn_words();
CREATE TRIGGER relearn_words AFTER UPDATE OF "searchText", "archivedAt" ON "Prospect" FOR EACH ROW
  WHEN (OLD."searchText" <> NEW."searchText" OR (OLD."archivedAt" IS NULL) <> (NEW."archivedAt" IS NULL)) EXECUTE FUNCTION relearn_words();
CREATE TRIGGER relearn_words AFTER UPDATE OF "searchText", "archivedAt" ON "Company" FOR EACH ROW
  WHEN (OLD."searchText" <> NEW."searchText" OR (OLD."archivedAt" IS NULL) <> (NEW."archivedAt" IS NULL)) EXECUTE FUNCTION relearn_words();
CREATE TRIGGER relearn_words AFTER UPDATE OF title, "archivedAt" ON "Deal" FOR EACH ROW
  WHEN (OLD.title <> NEW.title OR (OLD."archivedAt" IS NULL) <> (NEW."archivedAt" IS NULL)) EXECUTE FUNCTION relearn_words();

INSERT INTO "KnownWord" SELECT DISTINCT "orgId", word FROM "Prospect", unnest(words_of("searchText")) word WHERE "archivedAt" IS NULL ON CONFLICT DO NOTHING;
INSERT INTO "KnownWord" SELECT DISTINCT "orgId", word FROM "Company", unnest(words_of("searchText")) word WHERE "archivedAt" IS NULL ON CONFLICT DO NOTHING;
INSERT INTO "KnownWord" SELECT DISTINCT "orgId", word FROM "Deal", unnest(words_of(fold_for_search(title))) word WHERE "archivedAt" IS NULL ON CONFLICT DO NOTHING;
