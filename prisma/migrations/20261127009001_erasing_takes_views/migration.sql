-- A view that looks for a person by name or address goes with them.
CREATE FUNCTION forget_views() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SavedView" v SET name = 'Removed on erasure', query = '{}', "archivedAt" = coalesce(v."archivedAt", NEW."erasedAt")
   WHERE v."orgId" = NEW."orgId" AND EXISTS (
         SELECT FROM (SELECT OLD.name AS word UNION ALL SELECT value FROM "ContactPoint" WHERE "orgId" = NEW."orgId" AND "prospectId" = NEW.id) told
          WHERE length(told.word) > 2 AND (position(lower(told.word) IN lower(v.name)) > 0 OR position(lower(told.word) IN lower(v.query->>'q')) > 0));
  RETURN NULL;
END $$;
CREATE TRIGGER forget_views AFTER UPDATE OF "erasedAt" ON "Prospect"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_views();
