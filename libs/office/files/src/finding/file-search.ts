import { westernDigits } from '@patravali/language';
import type { Formula, Walked } from '@patravali/search';

type Bind = (value: unknown) => string;

/** What files are found by, as `s`: triggers keep it, and one index is over all of it. */
export const FILE_SEARCH = 'file_search s';

/** Those who may read a file, as far as its keys do not name them yet. */
const NEW_READER = 'new_file_reader n';

/** New readers with the `s` of their files. */
export const NEW_READERS = `${NEW_READER} JOIN ${FILE_SEARCH}
  ON s.organisation_id = n.organisation_id AND s.computer_number = n.computer_number`;

/** The keys of `s`, as the index has them. */
export const SEARCH_KEYS =
  'file_search_keys(s.organisation_id, s.computer_number, s.words, s.state, s.reader_post_ids, s.said)';

/** The files of this organisation as a search walks through them, by their computer numbers. */
export const walkedFiles = (organisation: string): Walked => ({
  source: FILE_SEARCH,
  number: 's.computer_number',
  keys: SEARCH_KEYS,
  among: `s.organisation_id = ${organisation}`,
  stretch: (number, bits) => `file_stretch(${organisation}, ${number}, ${bits})`,
});

/** The words of a search, as they stand in `file_search`: in western digits, without the joiners that only shape a letter. */
export function wordsOf(q = ''): string[] {
  const text = westernDigits(q).replace(/[\u200c\u200d]/g, '');
  return text.split(/\s+/).filter(Boolean);
}

/** The number that a search of one word may mean, beside being a part of a text. */
export function computerNumberIn([word = '', ...others]: readonly string[]): number | undefined {
  return others.length === 0 && /^\d{1,9}$/.test(word) ? Number(word) : undefined;
}

/** The word occurs in number or subject, as a condition on `s`. */
export const hasWord = (word: string, bind: Bind): string =>
  `s.words LIKE lower(${bind(`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)}::text)`;

/** What stems say is in the subject, as a condition on `s`. */
export const saysFormula = ({ query }: Formula, bind: Bind): string => `s.said @@ ${bind(query)}::tsquery`;

/** What three letters each word has in a row, as a table `(word, three, place)`; none of words of one or two letters. */
export function threesIn(words: readonly string[], bind: Bind): string | null {
  const threes = words.flatMap((word, at) => {
    const letters = Array.from(word);
    return letters.slice(2).map((_, from) => ({ at, three: letters.slice(from, from + 3).join('') }));
  });
  if (threes.length === 0) return null;
  const [numbers, texts] = [bind(threes.map(({ at }) => at)), bind(threes.map(({ three }) => three))];
  return `unnest(${numbers}::integer[], ${texts}::text[]) WITH ORDINALITY given (word, three, place)`;
}

/** What the file `f` is found by, joined as `s`. */
export const JOIN_SEARCH = `JOIN ${FILE_SEARCH} ON s.file_id = f.id`;

/** Each of these words is in number or subject, or the one word is the computer number: conditions on `s`. */
export function foundBy(q: string | undefined, bind: Bind): string[] {
  const words = wordsOf(q);
  const number = computerNumberIn(words);
  const bears = words.map((word) => hasWord(word, bind));
  return number === undefined ? bears : [`(${bears.join(' AND ')} OR s.computer_number = ${bind(number)})`];
}
