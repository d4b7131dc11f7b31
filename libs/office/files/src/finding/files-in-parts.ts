import type { Actor } from '@patravali/authorization';
import { isStillReader, mayReadFile, necessaryReader } from '@patravali/custody';
import { type Parameters } from '@patravali/database';
import { type Formula, newestMatches, stemsOf } from '@patravali/search';
import { computerNumberIn, FILE_SEARCH, hasWord, NEW_READERS, saysFormula, threesIn, walkedFiles } from './file-search';
import { telling } from './telling-letters';

/** A part of the answer: what its files have, and what they have not, as those of the parts before it do. */
export interface PartOfAnswer {
  /** Letter by letter, in number or subject. */
  readonly words: readonly string[];
  readonly formula: Formula | null;
  readonly not: readonly ((bind: Parameters['bind']) => string)[];
}

interface Question {
  readonly actor: Actor;
  /** As SQL. */
  readonly organisation: string;
  readonly parameters: Parameters;
  readonly parts: readonly PartOfAnswer[];
  readonly state: string | null;
  /** A place: only what comes after it. */
  readonly after?: number | undefined;
  readonly wanted: number;
}

/** The parts lie behind each other in one order of places, the last part in the lowest, as no computer number is higher. */
const PLACES = 2 ** 31;

/**
 * The files of these parts, one part after the other, the newest of each first, as a query with the columns `number` and `place`.
 * A part is looked into only where those before it do not fill the page.
 */
export function filesInParts(question: Question): string {
  const { parts, after, parameters } = question;
  const wanted = `${parameters.bind(question.wanted)}::integer`;
  const asked = parts.map((part, at) => ({ part, lowest: (parts.length - 1 - at) * PLACES }));
  const left = asked.filter(({ lowest }) => after === undefined || after > lowest);
  const found = left.map(({ part, lowest }, at) => {
    const below = after !== undefined && after < lowest + PLACES ? after - lowest : undefined;
    const before = left.slice(0, at).map((_, earlier) => `(SELECT count(*) FROM part${earlier})`);
    const isDue = before.length > 0 ? `${before.join(' + ')} < ${wanted}` : 'true';
    return `part${at} AS MATERIALIZED (${filesOfPart(question, part, { below, wanted, isDue })})`;
  });
  const placed = left.map(({ lowest }, at) => `SELECT number, number + ${lowest}::bigint AS place FROM part${at}`);
  if (left.length === 0) return 'SELECT 0 AS number, 0::bigint AS place WHERE false';
  return `WITH ${found.join(', ')} ${placed.join(' UNION ALL ')}`;
}

function filesOfPart(
  { actor, organisation, parameters, state }: Question,
  { words, formula, not }: PartOfAnswer,
  within: { readonly below: number | undefined; readonly wanted: string; readonly isDue: string },
): string {
  const { bind } = parameters;
  const { wanted, isDue } = within;
  const below = within.below === undefined ? undefined : `${bind(within.below)}::integer`;
  const reader = necessaryReader(actor);
  const threes = threesIn(words, bind);
  const inState = state === null ? null : `${bind(state)}::text`;
  const mayRead = mayReadFile(actor, parameters, 's');
  const hasState = inState === null ? [] : [`s.state = ${inState}`];
  const isWanted = [
    ...hasState,
    ...words.map((word) => hasWord(word, bind)),
    ...(formula ? [saysFormula(formula, bind)] : []),
    ...not.map((condition) => `(${condition(bind)}) IS NOT TRUE`),
  ];
  const isNew = [
    `n.organisation_id = ${organisation}`,
    `n.post_id = ${bind(actor.postId)}::uuid`,
    isDue,
    ...isStillReader(actor, parameters, 's'),
  ];
  const found = [
    newestMatches({
      walked: walkedFiles(organisation),
      where: [mayRead, ...isWanted],
      implied: {
        before: threes === null ? undefined : telling(organisation, threes),
        keys: [
          ...(reader === null ? [] : [`ARRAY[uuid_hash_extended(${bind(reader)}::uuid, long)]`]),
          ...(inState === null ? [] : [`ARRAY[hashtextextended(${inState}, long)]`]),
          ...(threes === null ? [] : ['ARRAY(SELECT hashtextextended(three, long) FROM telling)']),
        ],
        stems: formula ? stemsOf(formula, bind) : [],
      },
      below,
      wanted,
      isDue,
    }),
    `SELECT n.computer_number FROM ${NEW_READERS}
     WHERE ${[...isNew, ...(below === undefined ? [] : [`n.computer_number < ${below}`]), ...isWanted].join(' AND ')}
     ORDER BY n.computer_number DESC LIMIT ${wanted}`,
  ];
  const number = computerNumberIn(words);
  if (number !== undefined) {
    const same = [`s.organisation_id = ${organisation}`, `s.computer_number = ${bind(number)}`, ...hasState];
    found.push(
      `SELECT s.computer_number FROM ${FILE_SEARCH} WHERE ${[mayRead, ...same].join(' AND ')}`,
      `SELECT n.computer_number FROM ${NEW_READERS} WHERE ${[...isNew, ...same].join(' AND ')}`,
    );
  }
  return found.map((numbers) => `(${numbers})`).join(' UNION ');
}
