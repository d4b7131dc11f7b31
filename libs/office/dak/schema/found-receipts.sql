-- A letter that came in is found by what the diary says of it.
CREATE TRIGGER receipt_is_found AFTER INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION find_words_of_row('receipt');
CREATE TRIGGER changed_receipt_is_found AFTER UPDATE ON receipt FOR EACH ROW
  WHEN ((OLD.subject, OLD.sender_name, OLD.sender_designation, OLD.sender_address, OLD.letter_number, OLD.remarks)
    IS DISTINCT FROM
      (NEW.subject, NEW.sender_name, NEW.sender_designation, NEW.sender_address, NEW.letter_number, NEW.remarks))
  EXECUTE FUNCTION find_words_of_row('receipt');
