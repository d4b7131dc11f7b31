import { COMMON_WORDS } from './common-words';
import { formsOf, formsOfVerb, WORD_ENDS } from './inflections';
import { MORE_WORDS, OFFICE_WORDS, SMALL_WORDS, VERBS } from './office-words';
import { LetterOrder } from './letter-order';
import { otherSpellingsOf } from './other-spellings';
import { ENGLISH, HABITS } from './typed-otherwise';

/** A letter of a known word, with those that may follow it. */
export interface Branch {
  next: ReadonlyMap<string, Branch>;
  /** How uncommon the word is that ends here; null when none does. */
  price: number | null;
}

export interface Lexicon {
  readonly root: Branch;
  /** What a known word may be lengthened by. */
  readonly ends: Branch;
  /** What is not typed by its letters, and what is meant, with the prices: words of English, and habits. */
  readonly typedOtherwise: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** How unlikely it is, from 0 on, that `letter` follows what stands before it in a word of Hindi; '' is the end of the word. */
  surprise(before: string, letter: string): number;
}

/** What the kinds of words cost; of the commonest, each costs by its place in the list. */
const PRICES = {
  small: 0.5,
  verb: 0.9,
  office: 0.55,
  more: 0.95,
  borrowed: 1.2,
  form: 0.8,
  otherSpelling: 0.15,
} as const;
const RANK = { weight: 0.3, from: 40 } as const;
/** What is typed as everybody types it, is meant. */
const TYPED_SO = -0.5;
/** The next meaning of what is typed so. */
const NEXT_MEANING = 0.1;

/** Makes the list of known words ready for looking up; some milliseconds, once. */
export function makeLexicon(): Lexicon {
  const root = branch();
  const letters = new LetterOrder();
  const add = (word: string, price: number, typical = true) => {
    const known = plant(root, word);
    if (known.price !== null && known.price <= price) return;
    if (known.price === null && typical) letters.count(word);
    known.price = price;
  };
  const addWithForms = (word: string, price: number) => {
    add(word, price);
    for (const form of formsOf(word)) add(form, price + PRICES.form, false);
  };
  for (const [place, word] of split(COMMON_WORDS).entries()) {
    const price = RANK.weight * Math.log(1 + place / RANK.from);
    addWithForms(word, price);
    for (const spelling of otherSpellingsOf(word)) addWithForms(spelling, price + PRICES.otherSpelling);
  }
  for (const word of split(SMALL_WORDS)) add(word, PRICES.small);
  for (const word of split(OFFICE_WORDS)) addWithForms(word, PRICES.office);
  for (const word of split(MORE_WORDS))
    for (const spelling of [word, ...otherSpellingsOf(word)]) addWithForms(spelling, PRICES.more);
  for (const infinitive of split(VERBS)) for (const form of formsOfVerb(infinitive)) add(form, PRICES.verb);
  const typedOtherwise = new Map<string, Map<string, number>>();
  for (const pair of [...split(HABITS), ...split(ENGLISH)]) {
    const [latin = '', word = ''] = pair.split('=');
    const meanings = typedOtherwise.get(latin) ?? new Map<string, number>();
    typedOtherwise.set(latin, meanings.set(word, TYPED_SO + NEXT_MEANING * meanings.size));
    add(word, PRICES.borrowed);
  }
  const ends = branch();
  for (const end of split(WORD_ENDS)) plant(ends, end).price = 0;
  return { root, ends, typedOtherwise, surprise: (before, letter) => letters.surprise(before, letter) };
}

function split(list: string): string[] {
  return list.trim().normalize('NFC').split(/\s+/);
}

/** Most letters are the last of their word. */
const NONE: ReadonlyMap<string, Branch> = new Map();

function branch(): Branch {
  return { next: NONE, price: null };
}

function plant(root: Branch, word: string): Branch {
  let at = root;
  for (const letter of word) {
    let next = at.next.get(letter);
    if (!next) {
      next = branch();
      if (at.next === NONE) at.next = new Map();
      (at.next as Map<string, Branch>).set(letter, next);
    }
    at = next;
  }
  return at;
}
