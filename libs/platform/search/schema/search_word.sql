-- The words that stand in what is found, each once for all offices: by which stem a text holds it, and how it is heard.
-- A question that finds too little asks here for words that are heard alike. Nobody is shown it.
CREATE TABLE search_word (
  word text PRIMARY KEY CHECK (word <> ''),
  stem text NOT NULL,
  spelt text NOT NULL,
  heard text NOT NULL,
  stem_heard text NOT NULL
);
CREATE INDEX word_by_heard ON search_word (heard);
CREATE INDEX word_by_stem_heard ON search_word (stem_heard);
CREATE INDEX word_by_likeness ON search_word USING gin (word_cuts(word, heard));

-- How the word is heard, and this with each letter left out; of one in Latin letters how it is written too. Two words
-- that differ by a letter have one of these in common, where short words have too few threes of letters in common.
CREATE FUNCTION word_cuts(word text, heard text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT left(each, at - 1) || substr(each, at + 1)
    FROM unnest(CASE WHEN word ~ '^[a-z]' THEN ARRAY[heard, word] ELSE ARRAY[heard] END) each,
      generate_series(1, length(each) + 1) at);

-- What stays of a folded word in all its forms: कर्मचारियों and कर्मचारी, walls and wall. One letter is too little:
-- of मऊ and मई the same one would be left.
CREATE FUNCTION search_stem(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT CASE WHEN length(stem) > 1 THEN stem ELSE word END
    FROM (SELECT (ts_lexize(CASE WHEN word ~ '[\u0900-\u097F]' THEN 'hindi_stem'::regdictionary
      ELSE 'english_stem'::regdictionary END, word))[1] AS stem) stemmed);
