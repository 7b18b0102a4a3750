-- By hand, as in 0002_setup_version: these are remembered between trips as well (src/adapters/database/read-cache.ts).
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "contact_proof" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "setting" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
