-- What is compared of the number and the sender of a letter, however it was typed: in small letters and western digits,
-- without spaces, the signs between and the points of Hindi abbreviations, also where a zero stands for one.
CREATE FUNCTION letter_key(typed text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(regexp_replace(
    lower(translate(typed, U&'\0966\0967\0968\0969\096A\096B\096C\096D\096E\096F', '0123456789')),
    '[\s/.,:;()|''"_\u0964\u0970\u2010-\u2015\u200C\u200D-]+', '', 'g'), '([\u0904-\u0939\u093E-\u094D])0', '\1', 'g');

CREATE INDEX receipt_by_letter_number ON receipt (organisation_id, letter_key(letter_number))
  WHERE letter_number IS NOT NULL;
CREATE INDEX receipt_by_letter_date ON receipt (organisation_id, letter_date, diarised_at)
  WHERE letter_date IS NOT NULL;
