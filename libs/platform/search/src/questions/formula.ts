import { compactWord } from '@patravali/devanagari';
import type { Phrase } from '../words/phrase';

/** What may stand for one word of a question: phrases of stems, of which one must be there. */
export type Alternatives = readonly Phrase[];

/** A question as PostgreSQL asks it. */
export interface Formula {
  /** As a `tsquery` of stems. */
  readonly query: string;
  /** For each condition the stems, as an index keeps them, of which one must be there. */
  readonly stems: readonly (readonly string[])[];
  /** Every stem by which a text may answer: what is marked in it. */
  readonly marked: readonly string[];
}

/** All of these, each by one of its alternatives, and none of the others. */
export function formulaOf(all: readonly Alternatives[], none: readonly Alternatives[]): Formula {
  return {
    query: [...all.map(oneOf), ...none.map((not) => `!${oneOf(not)}`)].join(' & '),
    stems: all.map((alternatives) => [...new Set(alternatives.map(longest).map(compactWord))]),
    marked: [...new Set(all.flat(2))],
  };
}

/** So many conditions narrow down what the index answers; all hold for each row that is found. */
const ASKED_OF_INDEX = 6;

/** For each word of the formula the stems of which one must be there, as SQL. */
export const stemsOf = ({ stems }: Pick<Formula, 'stems'>, bind: (value: unknown) => string): string[] =>
  stems.slice(0, ASKED_OF_INDEX).map((one) => `${bind(one)}::text[]`);

const oneOf = (alternatives: Alternatives): string => `(${alternatives.map(inARow).join(' | ')})`;
const inARow = (phrase: Phrase): string => `(${phrase.map(quoted).join(' <-> ')})`;
/** Letters and digits alone: a stem has no others. */
const quoted = (stem: string): string => `'${compactWord(stem)}'`;
const longest = (phrase: Phrase): string =>
  phrase.reduce((one, other) => (other.length > one.length ? other : one), '');
