-- A letter is found once it has gone out.
CREATE TRIGGER issue_is_found AFTER UPDATE ON issue FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION find_words_of_row('issue');
CREATE TRIGGER entered_issue_is_found AFTER INSERT ON issue FOR EACH ROW
  WHEN (NEW.state = 'issued') EXECUTE FUNCTION find_words_of_row('issue');
