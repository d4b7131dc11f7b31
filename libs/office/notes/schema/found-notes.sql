-- What is frozen on the sheet is found by its words.
CREATE TRIGGER note_is_found AFTER INSERT ON note FOR EACH ROW EXECUTE FUNCTION find_words_of_row('note');
