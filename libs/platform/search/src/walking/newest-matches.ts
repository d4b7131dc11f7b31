/** What is walked through, as SQL: a table as `s` whose rows are numbered, with an index over its keys. */
export interface Walked {
  /** What stands after FROM. */
  readonly source: string;
  readonly number: string;
  /** The keys of a row, as the index has them. */
  readonly keys: string;
  /** Which rows it is about at all: the numbers are looked up among these. */
  readonly among: string;
  /** The key of the stretch of 2^bits numbers in which this number lies. */
  readonly stretch: (number: string, bits: string) => string;
}

/** Everything here is SQL: expressions whose values are bound. */
export interface Matching {
  readonly walked: Walked;
  /** What holds for the rows, as conditions on `s`. */
  readonly where: readonly string[];
  /** What no index knows and holds for the answer as well, such as who may read it: a condition on `s`. */
  readonly allowed?: string;
  /** What an index may ask for, because it follows from the conditions. */
  readonly implied: {
    /** A query that stands before the walk, for what the keys are made of. */
    readonly before?: string | undefined;
    /** Arrays of keys within the stretch `long`, all of which are there. */
    readonly keys: readonly string[];
    /** Of each of these arrays one stem is there. */
    readonly stems?: readonly string[];
  };
  /** A number: only those below it. */
  readonly below?: string | undefined;
  /** How many. */
  readonly wanted: string;
  /** How many rows are looked at in a step, unless twice as many as are wanted. */
  readonly atOnce?: number;
  /** How many rows that are not allowed are looked at before the walk is given up, which a row without a number tells. */
  readonly patience?: number;
  /** Whether anything is looked for at all. */
  readonly isDue?: string;
}

/**
 * As bits of the number. What is asked for beside the stretch is told apart within the longest that the keys know; several of
 * those are asked for in one step, as far as `together`.
 */
const { shortest, step, longest, together } = { shortest: 7, step: 3, longest: 16, together: 19 };
const LENGTHS = Array.from({ length: (together - shortest) / step + 1 }, (_, at) => shortest + at * step).join();

/**
 * The numbers of the newest rows that match, as a query whose column is `number`.
 *
 * It goes down the numbers stretch by stretch, and asks the index for all conditions and the stretch at once. The
 * next stretch is the longer, the fewer matches the last one had: a word of every second row is found in one or two short
 * ones, and one of ten rows among a million in four or five long ones. So it reads about as many rows as it answers,
 * whatever the words, whoever reads, and however deep in the list. One with twice as many as are wanted was too long, and
 * is cut; the shortest is read whole, as the hits come in no order.
 */
export function newestMatches(matching: Matching): string {
  const { walked, where, allowed = 'true', implied, below, wanted, atOnce, patience, isDue = 'true' } = matching;
  const { source, number, keys, stretch } = walked;
  const begin = 'walk.before - 1 >> walk.bits << walk.bits';
  const { stems = [] } = implied;
  const oneOf = stems.map(
    (any, at) => `ARRAY(SELECT hashtextextended(stem, long) FROM unnest(${any}) stem) AS one${at}`,
  );
  const hasStems = stems.map((_, at) => `AND ${keys} && asked.one${at}`).join(' ');
  const asked = implied.keys.join(' || ') || `'{}'::bigint[]`;
  const most = atOnce === undefined ? `(2 * ${wanted})` : `GREATEST(2 * ${wanted}, ${atOnce})`;
  const isPatient = patience === undefined ? '' : ` AND walk.looked < ${patience}`;
  const givenUp =
    patience === undefined
      ? ''
      : ` UNION ALL SELECT NULL FROM walk WHERE walk.before IS NOT NULL AND walk.looked >= ${patience} AND walk.found < ${wanted}`;
  return `WITH RECURSIVE ${implied.before === undefined ? '' : `${implied.before}, `}walk AS (
      SELECT CASE WHEN ${isDue} THEN ${firstAfter(walked, below)} END AS before, ${shortest} AS bits, 0 AS found, 0 AS looked,
        NULL::integer[] AS numbers
      UNION ALL
      SELECT CASE WHEN seen.whole THEN ${firstAfter(walked, 'seen.begin')} ELSE walk.before END,
        CASE WHEN seen.whole THEN (SELECT max(bits) FROM unnest('{${LENGTHS}}'::integer[]) bits WHERE bits = ${shortest}
            OR (bits <= ${longest} OR walk.bits >= ${longest})
              AND (seen.looked + 1)::bigint << bits <= ${most}::bigint * (walk.before - seen.begin))
          ELSE walk.bits - ${step} END,
        walk.found + CASE WHEN seen.whole THEN seen.found ELSE 0 END,
        walk.looked + seen.looked,
        CASE WHEN seen.whole THEN seen.numbers END
      FROM walk CROSS JOIN LATERAL (
        SELECT array_agg(hit.number) FILTER (WHERE hit.allowed) AS numbers,
          count(*) FILTER (WHERE hit.allowed)::integer AS found, count(*)::integer AS looked,
          ${begin} AS begin, walk.bits = ${shortest} OR count(*) < ${most} AS whole
        FROM (SELECT ${number} AS number, ${allowed} AS allowed
          FROM (SELECT ${stretch('number', String(longest))} AS long
            FROM generate_series(${begin}, walk.before - 1, 1 << ${longest}) number LIMIT ${1 << (together - longest)}) stretch
          CROSS JOIN LATERAL (SELECT ${[`${asked} AS keys`, ...oneOf].join(', ')} OFFSET 0) asked
          CROSS JOIN LATERAL (SELECT s.* FROM ${source} WHERE ${keys} @> CASE
              WHEN walk.bits < ${longest} THEN ${stretch('walk.before - 1', 'walk.bits')} || asked.keys
              WHEN cardinality(asked.keys) = 0 THEN ARRAY[long] ELSE asked.keys END ${hasStems}
            OFFSET 0) s
          WHERE ${[`${number} < walk.before`, ...where].join(' AND ')}
          LIMIT CASE WHEN walk.bits = ${shortest} THEN ${1 << shortest} ELSE ${most} END) hit) seen
      WHERE walk.before IS NOT NULL AND walk.found < ${wanted}${isPatient})
    (SELECT found.number FROM (SELECT unnest(numbers) AS number FROM walk) found ORDER BY found.number DESC LIMIT ${wanted})${givenUp}`;
}

/** The number after the highest one that is there, below this one. */
const firstAfter = ({ source, number, among }: Walked, below: string | undefined): string =>
  `(SELECT ${number} + 1 FROM ${source} WHERE ${among}
    ${below === undefined ? '' : `AND ${number} < ${below}`} ORDER BY ${number} DESC LIMIT 1)`;
