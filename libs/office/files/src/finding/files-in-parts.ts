import type { Actor } from '@patravali/authorization';
import {
  filesHeld,
  inState,
  isHeldBy,
  isStillReader,
  mayReadFile,
  necessaryReader,
  type WhereItLies,
} from '@patravali/custody';
import { type Parameters } from '@patravali/database';
import { type Formula, type Narrowing, newestMatches, stemsOf } from '@patravali/search';
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
  readonly there: WhereItLies;
  /** To days and a unit. */
  readonly narrowed: Narrowing | null;
  /** A place: only what comes after it. */
  readonly after?: number | undefined;
  readonly wanted: number;
}

/** The files of a post that has no more are gone through: the index does not know who has one now. */
const FEW_HELD = 4000;

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
  return `WITH ${[...holderOf(question), ...found].join(', ')} ${placed.join(' UNION ALL ')}`;
}

/** Whether the post that has them holds few. */
function holderOf({ there, organisation, parameters }: Question): string[] {
  if (there.holderId === undefined) return [];
  const held = filesHeld(organisation, `${parameters.bind(there.holderId)}::uuid`);
  return [
    `holder AS MATERIALIZED (SELECT count(*) <= ${FEW_HELD} AS holds_few FROM (SELECT FROM ${held} LIMIT ${FEW_HELD + 1}) each)`,
  ];
}

function filesOfPart(
  { actor, organisation, parameters, there, narrowed }: Question,
  { words, formula, not }: PartOfAnswer,
  within: { readonly below: number | undefined; readonly wanted: string; readonly isDue: string },
): string {
  const { bind } = parameters;
  const { wanted, isDue } = within;
  const { state, holderId } = there;
  const below = within.below === undefined ? undefined : `${bind(within.below)}::integer`;
  const reader = necessaryReader(actor);
  const threes = threesIn(words, bind);
  const holder = holderId === undefined ? null : `${bind(holderId)}::uuid`;
  const mayRead = mayReadFile(actor, parameters, 's');
  const isThere = [
    ...(state === undefined ? [] : [inState('s', state)]),
    ...(narrowed === null ? [] : [`s.said @@ ${bind(narrowed.query)}::tsquery`]),
    ...(holder === null ? [] : [isHeldBy('s.file_id', holder)]),
  ];
  const isWanted = [
    ...isThere,
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
          ...(state === undefined || state === 'open' ? [] : [`ARRAY[hashtextextended(${bind(state)}::text, long)]`]),
          ...(threes === null ? [] : ['ARRAY(SELECT hashtextextended(three, long) FROM telling)']),
        ],
        stems: [...(formula ? stemsOf(formula, bind) : []), ...(narrowed ? stemsOf(narrowed, bind) : [])],
      },
      below,
      wanted,
      isDue: holder === null ? isDue : `${isDue} AND NOT (SELECT holds_few FROM holder)`,
    }),
    `SELECT n.computer_number FROM ${NEW_READERS}
     WHERE ${[...isNew, ...(below === undefined ? [] : [`n.computer_number < ${below}`]), ...isWanted].join(' AND ')}
     ORDER BY n.computer_number DESC LIMIT ${wanted}`,
  ];
  if (holder !== null) {
    const isHeld = [isDue, '(SELECT holds_few FROM holder)', mayRead, ...isWanted];
    found.push(
      `SELECT s.computer_number FROM ${filesHeld(organisation, holder)} JOIN ${FILE_SEARCH} ON s.file_id = held.id
       WHERE ${[...isHeld, ...(below === undefined ? [] : [`s.computer_number < ${below}`])].join(' AND ')}
       ORDER BY s.computer_number DESC LIMIT ${wanted}`,
    );
  }
  const number = computerNumberIn(words);
  if (number !== undefined) {
    const same = [`s.organisation_id = ${organisation}`, `s.computer_number = ${bind(number)}`, ...isThere];
    found.push(
      `SELECT s.computer_number FROM ${FILE_SEARCH} WHERE ${[mayRead, ...same].join(' AND ')}`,
      `SELECT n.computer_number FROM ${NEW_READERS} WHERE ${[...isNew, ...same].join(' AND ')}`,
    );
  }
  return found.map((numbers) => `(${numbers})`).join(' UNION ');
}
