/** In the order of their codes; the few letters beside them, such as ऋ, stay what they are. */
const LETTERS = 'ंअआइईउऊएऐओऔकखगघचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौ्';
/** What no folded word has, without the signs that PostgreSQL sets apart in a `tsvector`. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!"#$%&()*+,-./;<=>?[]^_`{|}~';

const SIGN_OF = new Map(Array.from(LETTERS, (letter, at) => [letter, SIGNS.charAt(at)]));

/** A folded word with one byte for each letter of Devanagari, which takes three: as an index keeps it. No two become the same. */
export function compactWord(word: string): string {
  let compact = '';
  for (const letter of word) compact += SIGN_OF.get(letter) ?? letter;
  return compact;
}
