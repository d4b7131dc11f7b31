import { BORROWED, MORE_WORDS, OFFICE_WORDS, SMALL_WORDS, VERBS } from './office-words';
import { formsOf, formsOfVerb } from './inflections';

/** A letter of a known word, with those that may follow it. */
export interface Branch {
  readonly next: Map<string, Branch>;
  /** How uncommon the word is that ends here; null when none does. */
  price: number | null;
}

export interface Lexicon {
  readonly root: Branch;
  /** Latin words of English and what Hindi writes for them. */
  readonly borrowed: ReadonlyMap<string, readonly string[]>;
  /** How unlikely it is, from 0 on, that `letter` follows the two before it in a word of Hindi; '' is the end of the word. */
  surprise(before: string, letter: string): number;
}

const PRICES = { small: 0, verb: 0.35, office: 0.3, more: 0.6, borrowed: 0.4, form: 0.8 } as const;

/** Makes the list of known words ready for looking up; some milliseconds, once. */
export function makeLexicon(): Lexicon {
  const root = branch();
  const letters = new Map<string, Map<string, number>>();
  const add = (word: string, price: number, typical = true) => {
    const known = plant(root, word);
    if (known.price !== null && known.price <= price) return;
    if (known.price === null && typical) count(letters, word);
    known.price = price;
  };
  for (const word of split(SMALL_WORDS)) add(word, PRICES.small);
  for (const [list, price] of [
    [OFFICE_WORDS, PRICES.office],
    [MORE_WORDS, PRICES.more],
  ] as const)
    for (const word of split(list)) {
      add(word, price);
      for (const form of formsOf(word)) add(form, price + PRICES.form, false);
    }
  for (const infinitive of split(VERBS)) for (const form of formsOfVerb(infinitive)) add(form, PRICES.verb);
  const borrowed = new Map<string, string[]>();
  for (const pair of split(BORROWED)) {
    const [latin = '', word = ''] = pair.split('=');
    borrowed.set(latin, [...(borrowed.get(latin) ?? []), word]);
    add(word, PRICES.borrowed);
  }
  return { root, borrowed, surprise: surpriseOf(letters) };
}

function split(list: string): string[] {
  return list.trim().normalize('NFC').split(/\s+/);
}

function branch(): Branch {
  return { next: new Map(), price: null };
}

function plant(root: Branch, word: string): Branch {
  let at = root;
  for (const letter of word) {
    let next = at.next.get(letter);
    if (!next) at.next.set(letter, (next = branch()));
    at = next;
  }
  return at;
}

function count(letters: Map<string, Map<string, number>>, word: string): void {
  const written = Array.from(`^^${word}`).concat('');
  for (let index = 2; index < written.length; index++)
    for (const before of contexts(written[index - 2] ?? '', written[index - 1] ?? '')) {
      const counts = letters.get(before) ?? new Map<string, number>();
      letters.set(before, counts);
      const letter = written[index] ?? '';
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
      counts.set(TOTAL, (counts.get(TOTAL) ?? 0) + 1);
    }
}

const TOTAL = 'total';
const contexts = (first: string, second: string) => [first + second, second, ''];
/** How much the two letters before, the one before, and none tell. */
const SHARES = [0.6, 0.3, 0.1];

function surpriseOf(letters: ReadonlyMap<string, ReadonlyMap<string, number>>): Lexicon['surprise'] {
  return (before, letter) => {
    const [first = '', second = ''] = before;
    let share = 0.0005;
    for (const [index, context] of contexts(first, second).entries()) {
      const counts = letters.get(context);
      if (counts) share += ((SHARES[index] ?? 0) * (counts.get(letter) ?? 0)) / (counts.get(TOTAL) ?? 1);
    }
    return -Math.log(share);
  };
}
