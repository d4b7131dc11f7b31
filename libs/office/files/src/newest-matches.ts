import { FILE_SEARCH, SEARCH_KEYS, STRETCHES } from './file-search';

/** Everything here is SQL: expressions whose values are bound. */
export interface Matching {
  readonly organisation: string;
  /** What holds for the files, as conditions on `s`. */
  readonly where: readonly string[];
  /** What an index may ask for, because it follows from the conditions. */
  readonly implied: { readonly reader: string | null; readonly state: string | null; readonly threes: string | null };
  /** A computer number: only those below it. */
  readonly below?: string | undefined;
  /** How many. */
  readonly wanted: string;
}

const { shortest, step, longest } = STRETCHES;
const LENGTHS = Array.from({ length: (longest - shortest) / step + 1 }, (_, at) => shortest + at * step).join();
/** How many files say which letters are common, and in how many of them these are too common to ask for as a second. */
const [SAMPLE, COMMON] = [32, 8];

/**
 * The computer numbers of the newest files that match, as a query whose column is `number`.
 *
 * It goes down the computer numbers stretch by stretch, and asks the index for all conditions and the stretch at once. The
 * next stretch is the longer, the fewer matches the last one had: a word of every second file is found in one or two short
 * ones, and one of ten files among a million in sixteen long ones. So it reads about as many rows as it answers, whatever
 * the words, whoever reads, and however deep in the list. One with twice as many as are wanted was too long, and is cut.
 */
export function newestMatches({ organisation, where, implied, below, wanted }: Matching): string {
  const stretch = (bits: string | number) => `file_stretch(${organisation}, walk.before - 1, ${bits})`;
  const keys = keysOf(implied, stretch(longest));
  const most = `(2 * ${wanted})`;
  return `WITH RECURSIVE ${implied.threes === null ? '' : `${telling(organisation, implied.threes)}, `}walk AS (
      SELECT ${firstAfter(organisation, below)} AS before, ${shortest} AS bits, 0 AS found, NULL::integer[] AS numbers
      UNION ALL
      SELECT CASE WHEN seen.whole THEN ${firstAfter(organisation, 'seen.begin')} ELSE walk.before END,
        CASE WHEN seen.whole THEN (SELECT max(bits) FROM unnest('{${LENGTHS}}'::integer[]) bits WHERE bits = ${shortest}
            OR (seen.found + 1)::bigint << bits <= ${most}::bigint * (walk.before - seen.begin))
          ELSE walk.bits - ${step} END,
        walk.found + CASE WHEN seen.whole THEN seen.found ELSE 0 END,
        CASE WHEN seen.whole THEN seen.numbers END
      FROM walk CROSS JOIN LATERAL (SELECT ${keys} AS keys OFFSET 0) asked CROSS JOIN LATERAL (
        SELECT array_agg(hit.computer_number) AS numbers, count(*)::integer AS found,
          (walk.before - 1) >> walk.bits << walk.bits AS begin, walk.bits = ${shortest} OR count(*) < ${most} AS whole
        FROM (SELECT s.computer_number FROM (
            SELECT s.* FROM ${FILE_SEARCH} WHERE ${SEARCH_KEYS} @> CASE
              WHEN walk.bits = ${longest} AND cardinality(asked.keys) > 0 THEN asked.keys
              ELSE ${stretch('walk.bits')} || asked.keys END
            OFFSET 0) s
          WHERE ${['s.computer_number < walk.before', ...where].join(' AND ')}
          LIMIT ${most}) hit) seen
      WHERE walk.before IS NOT NULL AND walk.found < ${wanted})
    SELECT found.number FROM (SELECT unnest(numbers) AS number FROM walk) found ORDER BY found.number DESC LIMIT ${wanted}`;
}

/** The number after the highest one that is there, below this one. */
const firstAfter = (organisation: string, below: string | undefined): string =>
  `(SELECT s.computer_number + 1 FROM ${FILE_SEARCH} WHERE s.organisation_id = ${organisation}
    ${below === undefined ? '' : `AND s.computer_number < ${below}`} ORDER BY s.computer_number DESC LIMIT 1)`;

/** The keys of what is implied, within a stretch. */
function keysOf({ reader, state, threes }: Matching['implied'], within: string): string {
  const keys = [
    ...(reader === null ? [] : [`ARRAY[uuid_hash_extended(${reader}, ${within})]`]),
    ...(state === null ? [] : [`ARRAY[hashtextextended(${state}, ${within})]`]),
    ...(threes === null ? [] : [`ARRAY(SELECT hashtextextended(three, ${within}) FROM telling)`]),
  ];
  return keys.join(' || ') || `'{}'::bigint[]`;
}

/**
 * The rarest three letters of each word and the next rarest, going by the newest files, so that the index does not go
 * through what stands in every file. Whether a file has the whole word is looked up in its row.
 */
const telling = (organisation: string, threes: string): string =>
  `newest AS MATERIALIZED (SELECT s.words FROM ${FILE_SEARCH} WHERE s.organisation_id = ${organisation}
      ORDER BY s.computer_number DESC LIMIT ${SAMPLE}),
    telling AS MATERIALIZED (SELECT three FROM (
      SELECT three, files, row_number() OVER (PARTITION BY word ORDER BY files, place % 3, place) AS rank FROM (
        SELECT word, place, lower(three) AS three,
          (SELECT count(*) FROM newest WHERE strpos(newest.words, lower(three)) > 0) AS files FROM ${threes}) counted) ranked
      WHERE rank = 1 OR rank = 2 AND files <= ${COMMON})`;
