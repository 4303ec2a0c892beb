-- A view that looks for a person by name or address goes with them; one where the same letters stand inside another word does not.
CREATE FUNCTION forget_views() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SavedView" v SET name = 'Removed on erasure', query = '{}', "archivedAt" = coalesce(v."archivedAt", NEW."erasedAt")
    FROM (SELECT array_agg(' ' || btrim(regexp_replace(lower(word), '[^[:alnum:]@.+_-]+', ' ', 'g')) || ' ') AS words
            FROM (SELECT OLD.name AS word UNION ALL SELECT value FROM "ContactPoint" WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id) told
           WHERE length(word) > 2) said
   WHERE v."orgId" = NEW."orgId" AND EXISTS (
         SELECT FROM unnest(said.words) word
          WHERE position(word IN ' ' || regexp_replace(lower(v.name || ' ' || coalesce(v.query->>'q', '')), '[^[:alnum:]@.+_-]+', ' ', 'g') || ' ') > 0);
  RETURN NULL;
END $$;
CREATE TRIGGER forget_views AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_views();
