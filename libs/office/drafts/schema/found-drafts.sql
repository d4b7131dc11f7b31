-- A draft is found by its text as it stands; every change of that counts its version on.
CREATE TRIGGER draft_is_found AFTER INSERT ON draft FOR EACH ROW EXECUTE FUNCTION find_words_of_row('draft');
CREATE TRIGGER changed_draft_is_found AFTER UPDATE ON draft FOR EACH ROW
  WHEN (OLD.version <> NEW.version OR OLD.state <> NEW.state) EXECUTE FUNCTION find_words_of_row('draft');
