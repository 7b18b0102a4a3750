-- By hand: Prisma's schema has no triggers. Whoever changes one of these tables moves the setup's version in the same
-- transaction, so that no process goes by what it remembers of them (src/adapters/database/read-cache.ts).
CREATE FUNCTION note_setup_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO setup_version (shard, changed_by) VALUES (pg_backend_pid() % 8, pg_current_xact_id()::text)
  ON CONFLICT (shard) DO UPDATE SET changed_by = excluded.changed_by;
  RETURN NULL;
END $$;

CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "customer" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "escalation_policy" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "organisation" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "own_workspace" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "person" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "person_identity" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "place" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "place_identity" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "schedule" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "webhook" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
