-- By hand, as in 0002_setup_version: what was learnt of a kind of transition is remembered between trips as well.
CREATE TRIGGER note_setup_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "learnt_curve" FOR EACH STATEMENT EXECUTE FUNCTION note_setup_change();
