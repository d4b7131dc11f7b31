import { FILE_SEARCH } from './file-search';

/** How many files say which letters are common, and in how many of them these are too common to ask for as a second. */
const [SAMPLE, COMMON] = [32, 8];

/**
 * The rarest three letters of each word and, if they say something more, the next rarest, going by the newest files: so
 * the index does not go through what stands in every file. Whether a file has the whole word is looked up in its row.
 */
export const telling = (organisation: string, threes: string): string =>
  `newest AS MATERIALIZED (SELECT s.words, (row_number() OVER ())::integer AS place FROM (
      SELECT s.words FROM ${FILE_SEARCH} WHERE s.organisation_id = ${organisation}
      ORDER BY s.computer_number DESC LIMIT ${SAMPLE}) s),
    counted AS MATERIALIZED (SELECT word, place, three, seen, bit_count(seen::bit(64)) AS files FROM (
      SELECT word, place, lower(three) AS three, COALESCE((SELECT bit_or(1::bigint << newest.place) FROM newest
        WHERE strpos(newest.words, lower(three)) > 0), 0) AS seen FROM ${threes} OFFSET 0) given),
    rarest AS MATERIALIZED (SELECT DISTINCT ON (word) * FROM counted ORDER BY word, files, place),
    telling AS MATERIALIZED (SELECT three FROM rarest
      UNION SELECT next.three FROM rarest CROSS JOIN LATERAL (SELECT c.three FROM counted c
        WHERE c.word = rarest.word AND c.files <= ${COMMON} AND c.three <> rarest.three
          AND 2 * bit_count((c.seen & rarest.seen)::bit(64)) <= rarest.files
        ORDER BY c.files, c.place % 3, c.place LIMIT 1) next)`;
