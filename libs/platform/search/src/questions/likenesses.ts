import type { SqlRunner } from '@patravali/database';
import { isParticle, pronunciationOf, tellingness, TELLS, wordsIn } from '@patravali/devanagari';
import type { Synonyms } from '../synonyms/synonyms';
import { type Alternatives, formulaOf } from './formula';
import { alternativesTo } from './questions';

/** So many words of a text say what it is about. */
const MOST_WORDS = 16;
/** How much of what a text tells another must tell too. */
const IN_COMMON = 0.52;
/** The other may tell more beside it, such as where and by whom. */
const IN_COMMON_OF_OTHER = 0.47;
/** So much of the names, or of the numbers, must be the same at least. */
const NAMES_IN_COMMON = 0.5;
/** And so much where each text has others of its own. */
const SAME_NAMES = 0.6;
/** A shorter beginning of a word is that of many. */
const SHORTEST_PART = 3;
/** Less than this is no more than the head under which both stand: one name, or three words of many files. */
const LEAST = 3;

/** A word of a text, by what others may say for it. */
export interface TellingWord {
  readonly word: string;
  /** As PostgreSQL asks for it. */
  readonly query: string;
  /** The stems by which an index finds it: one of them must be there. */
  readonly stems: readonly string[];
  /** Every stem that may stand for it. */
  readonly marked: readonly string[];
  readonly weight: number;
}

/** What another text has to say to be about the same. */
export interface Likeness {
  readonly words: readonly TellingWord[];
  /** How much of their weight must be there. */
  readonly needed: number;
  /** And how much of the weight of names, and of numbers. */
  readonly neededOfNames: number;
  /** Of the stems of each, one must be there, since the words that it leaves out do not weigh enough. */
  readonly implied: readonly (readonly string[])[];
}

/** What a text is about: its words that tell something, each once. */
export function tellingOf(text: string): { readonly word: string; readonly weight: number }[] {
  const words = [...new Set(wordsIn(text).filter((word) => !isParticle(word)))];
  return words.map((word) => ({ word, weight: tellingness(word) })).filter(({ weight }) => weight > 0);
}

/** What others must say to be about the same as this text; null of one that tells too little: two statements. */
export async function likenessOf(
  database: SqlRunner,
  synonyms: Synonyms,
  organisationId: string,
  text: string,
): Promise<Likeness | null> {
  const telling = tellingOf(text).slice(0, MOST_WORDS);
  const total = weightOf(telling);
  if (telling.length < 2 || total < LEAST) return null;
  const order = telling.map(({ word }) => word);
  const { sounds } = await alternativesTo(database, synonyms, organisationId, order);
  const words = telling.map((word, at): TellingWord => ({ ...askedFor(sounds[at] ?? []), ...word }));
  const needed = Math.max(LEAST, Math.ceil(total * IN_COMMON));
  const neededOfNames = Math.ceil(weightOf(telling.filter(isName)) * NAMES_IN_COMMON);
  return { words, needed, neededOfNames, implied: impliedBy(words, total - needed) };
}

/** A word of the other text, with its stem. */
export type ToldWord = ReturnType<typeof tellingOf>[number] & { readonly stem: string };

/**
 * Whether so much of what the other text tells is told by this one. Where each of them has a name of its own, more of the names must
 * be the same: two people whose pay is fixed are two.
 */
export function isToldBy({ words }: Likeness, told: readonly ToldWord[]): boolean {
  const known = new Set(words.flatMap(({ marked }) => marked));
  const same = told.filter(({ stem }) => known.has(stem));
  if (weightOf(same) < weightOf(told) * IN_COMMON_OF_OTHER) return false;
  const stems = new Set(told.map(({ stem }) => stem));
  const names = words.filter(isName);
  const [ownNames, otherNames] = [
    names.filter(({ marked }) => !marked.some((stem) => stems.has(stem))),
    told.filter((word) => isName(word) && !known.has(word.stem)),
  ];
  const own = ownNames.filter(({ word }) => !otherNames.some((other) => isNearly(word, other.word)));
  const other = otherNames.filter(({ word }) => !ownNames.some((each) => isNearly(word, each.word)));
  return own.length === 0 || other.length === 0 || own.length <= names.length * (1 - SAME_NAMES);
}

/** One is the other shortened, or heard alike. */
function isNearly(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (/\d/.test(long)) return false;
  return (
    (short.length >= SHORTEST_PART && long.startsWith(short)) ||
    pronunciationOf(one).heard === pronunciationOf(other).heard
  );
}

/** Words in groups that weigh more than may be left out, the heaviest first: of each group one must be there. */
function impliedBy(words: readonly TellingWord[], leftOut: number): string[][] {
  const groups: string[][] = [];
  let group: TellingWord[] = [];
  for (const word of [...words].sort((one, other) => other.weight - one.weight)) {
    group.push(word);
    if (weightOf(group) <= leftOut) continue;
    groups.push([...new Set(group.flatMap(({ stems }) => stems))]);
    group = [];
  }
  return groups;
}

function askedFor(alternatives: Alternatives) {
  const { query, stems, marked } = formulaOf([alternatives], []);
  return { query, stems: stems.flat(), marked };
}

/** A name, or a number. */
export const isName = ({ weight }: { readonly weight: number }): boolean => weight >= TELLS.name;

const weightOf = (words: readonly { readonly weight: number }[]): number =>
  words.reduce((sum, { weight }) => sum + weight, 0);
