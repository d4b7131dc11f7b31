import { FILE_SEARCH, SEARCH_KEYS, STRETCHES } from './file-search';

/** Everything here is SQL: expressions whose values are bound. */
export interface Matching {
  readonly organisation: string;
  /** What holds for the files, as conditions on `s`. */
  readonly where: readonly string[];
  /** What an index may ask for, because it follows from the conditions. */
  readonly implied: {
    readonly reader: string | null;
    readonly state: string | null;
    readonly threes: string | null;
    /** Of each of these arrays one stem is there. */
    readonly stems?: readonly string[];
  };
  /** A computer number: only those below it. */
  readonly below?: string | undefined;
  /** How many. */
  readonly wanted: string;
  /** Whether anything is looked for at all. */
  readonly isDue?: string;
}

const { shortest, step, longest, together } = STRETCHES;
const LENGTHS = Array.from({ length: (together - shortest) / step + 1 }, (_, at) => shortest + at * step).join();
/** How many files say which letters are common, and in how many of them these are too common to ask for as a second. */
const [SAMPLE, COMMON] = [32, 8];

/**
 * The computer numbers of the newest files that match, as a query whose column is `number`.
 *
 * It goes down the computer numbers stretch by stretch, and asks the index for all conditions and the stretch at once. The
 * next stretch is the longer, the fewer matches the last one had: a word of every second file is found in one or two short
 * ones, and one of ten files among a million in four or five long ones. So it reads about as many rows as it answers,
 * whatever the words, whoever reads, and however deep in the list. One with twice as many as are wanted was too long, and
 * is cut; the shortest is read whole, as the hits come in no order.
 */
export function newestMatches({ organisation, where, implied, below, wanted, isDue = 'true' }: Matching): string {
  const begin = 'walk.before - 1 >> walk.bits << walk.bits';
  const keys = keysOf(implied);
  const { stems = [] } = implied;
  const oneOf = stems.map(
    (any, at) => `ARRAY(SELECT hashtextextended(stem, long) FROM unnest(${any}) stem) AS one${at}`,
  );
  const hasStems = stems.map((_, at) => `AND ${SEARCH_KEYS} && asked.one${at}`).join(' ');
  const most = `(2 * ${wanted})`;
  return `WITH RECURSIVE ${implied.threes === null ? '' : `${telling(organisation, implied.threes)}, `}walk AS (
      SELECT CASE WHEN ${isDue} THEN ${firstAfter(organisation, below)} END AS before, ${shortest} AS bits, 0 AS found, NULL::integer[] AS numbers
      UNION ALL
      SELECT CASE WHEN seen.whole THEN ${firstAfter(organisation, 'seen.begin')} ELSE walk.before END,
        CASE WHEN seen.whole THEN (SELECT max(bits) FROM unnest('{${LENGTHS}}'::integer[]) bits WHERE bits = ${shortest}
            OR (bits <= ${longest} OR walk.bits >= ${longest})
              AND (seen.found + 1)::bigint << bits <= ${most}::bigint * (walk.before - seen.begin))
          ELSE walk.bits - ${step} END,
        walk.found + CASE WHEN seen.whole THEN seen.found ELSE 0 END,
        CASE WHEN seen.whole THEN seen.numbers END
      FROM walk CROSS JOIN LATERAL (
        SELECT array_agg(hit.computer_number) AS numbers, count(*)::integer AS found,
          ${begin} AS begin, walk.bits = ${shortest} OR count(*) < ${most} AS whole
        FROM (SELECT s.computer_number
          FROM (SELECT file_stretch(${organisation}, number, ${longest}) AS long
            FROM generate_series(${begin}, walk.before - 1, 1 << ${longest}) number LIMIT ${1 << (together - longest)}) stretch
          CROSS JOIN LATERAL (SELECT ${[`${keys} AS keys`, ...oneOf].join(', ')} OFFSET 0) asked
          CROSS JOIN LATERAL (SELECT s.* FROM ${FILE_SEARCH} WHERE ${SEARCH_KEYS} @> CASE
              WHEN walk.bits < ${longest} THEN file_stretch(${organisation}, walk.before - 1, walk.bits) || asked.keys
              WHEN cardinality(asked.keys) = 0 THEN ARRAY[long] ELSE asked.keys END ${hasStems}
            OFFSET 0) s
          WHERE ${['s.computer_number < walk.before', ...where].join(' AND ')}
          LIMIT CASE WHEN walk.bits = ${shortest} THEN ${1 << shortest} ELSE ${most} END) hit) seen
      WHERE walk.before IS NOT NULL AND walk.found < ${wanted})
    SELECT found.number FROM (SELECT unnest(numbers) AS number FROM walk) found ORDER BY found.number DESC LIMIT ${wanted}`;
}

/** The number after the highest one that is there, below this one. */
const firstAfter = (organisation: string, below: string | undefined): string =>
  `(SELECT s.computer_number + 1 FROM ${FILE_SEARCH} WHERE s.organisation_id = ${organisation}
    ${below === undefined ? '' : `AND s.computer_number < ${below}`} ORDER BY s.computer_number DESC LIMIT 1)`;

/** The keys of what is implied, within the stretch `long`. */
function keysOf({ reader, state, threes }: Matching['implied']): string {
  const keys = [
    ...(reader === null ? [] : [`ARRAY[uuid_hash_extended(${reader}, long)]`]),
    ...(state === null ? [] : [`ARRAY[hashtextextended(${state}, long)]`]),
    ...(threes === null ? [] : ['ARRAY(SELECT hashtextextended(three, long) FROM telling)']),
  ];
  return keys.join(' || ') || `'{}'::bigint[]`;
}

/**
 * The rarest three letters of each word and, if they say something more, the next rarest, going by the newest files: so
 * the index does not go through what stands in every file. Whether a file has the whole word is looked up in its row.
 */
const telling = (organisation: string, threes: string): string =>
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
