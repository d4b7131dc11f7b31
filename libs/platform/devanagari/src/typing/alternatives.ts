import type { Branch, Lexicon } from './lexicon';
import { type After, type Step, stepsOf } from './read-latin';
import { spelledOut } from './letter-names';

/** What a person is offered for one Latin word, without the word itself. */
export const MOST_ALTERNATIVES = 5;
/** Longer words are no words: they stay as they were typed. */
export const LONGEST_WORD = 40;

/** A known word costs what its spelling does and how uncommon it is; one made by the rules alone comes behind it. */
const UNKNOWN = 2.2;
const SURPRISE = 0.28;
/** A known word whose spelling is farther from what was typed is none that was meant. */
const LIMITS = [1.6, 2.8, 4.2];
const BEAM = 28;
/** A vowel that was not typed. */
const LEFT_OUT = 1.9;
/** Letters that are spoken one by one: `IT` is आईटी. */
const CAPITALS = /^[A-Z]{1,4}$/;
const SPELLED_OUT = -0.4;
/** A nasal that was not typed: `nahi` is नहीं, `unhone` is उन्होंने. */
const NASAL_LEFT_OUT = { atEnd: 0.3, within: 0.8 } as const;
/** Two words in one, and a word that is lengthened by an ending. */
const JOINED = 2;
const LENGTHENED = 1;
/** The virama at the end of a word is heard by nobody. */
const WITHOUT_VOWEL = 0.4;
const VIRAMA = '\u094d';
const NASALS = ['ं', 'ँ'];
const OMITTED = new Set(['ा', 'ि', 'ी', 'ु', 'े']);

type Steps = ReturnType<typeof stepsOf>;
type Offer = (word: string, price: number) => void;
const AFTER = { start: 0, consonant: 1, vowel: 2 } as const;

/** What a Latin word may mean in Devanagari, the likeliest first; at most five. Capitals within the word choose (`T` is ट). */
export function alternativesTo(typed: string, lexicon: Lexicon): string[] {
  if (!/^[A-Za-z]+$/.test(typed) || typed.length > LONGEST_WORD) return [];
  const latin = typed === typed.toUpperCase() ? typed.toLowerCase() : typed;
  const prices = new Map<string, number>();
  const offer: Offer = (word, price) => {
    if (word !== '' && price < (prices.get(word) ?? Infinity)) prices.set(word, price);
  };
  for (const [word, price] of lexicon.typedOtherwise.get(latin.toLowerCase()) ?? []) offer(word, price);
  if (CAPITALS.test(typed)) offer(spelledOut(typed), SPELLED_OUT);
  const steps = stepsOf(latin);
  for (const limit of LIMITS) {
    if (prices.size < MOST_ALTERNATIVES) findKnown(latin, steps, lexicon, limit, offer);
  }
  for (const { written, price } of readByRule(latin, steps, lexicon)) offer(written, price + UNKNOWN);
  return [...prices]
    .sort(([, one], [, other]) => one - other)
    .slice(0, MOST_ALTERNATIVES)
    .map(([word]) => word);
}

/** Known words that the letters may spell. */
function findKnown(latin: string, steps: Steps, lexicon: Lexicon, limit: number, offer: Offer): void {
  const seen = new Map<Branch, number[]>();
  const walk = (at: number, branch: Branch, after: After, written: string, price: number, whole = true): void => {
    if (price > limit) return;
    const place = 6 * at + AFTER[after] + (whole ? 0 : 3);
    const known = seen.get(branch) ?? [];
    seen.set(branch, known);
    if ((known[place] ?? Infinity) <= price) return;
    known[place] = price;
    if (after === 'vowel')
      for (const sign of NASALS) {
        const reached = branch.next.get(sign);
        const more = at === latin.length ? NASAL_LEFT_OUT.atEnd : NASAL_LEFT_OUT.within;
        if (reached) walk(at, reached, 'vowel', written + sign, price + more, whole);
      }
    if (at === latin.length) {
      if (branch.price !== null) offer(written, price + branch.price);
      const silent = branch.next.get(VIRAMA)?.price ?? null;
      if (silent !== null) offer(written + VIRAMA, price + silent + WITHOUT_VOWEL);
      return;
    }
    if (whole && branch.price !== null && at > 2) {
      walk(at, lexicon.ends, after, written, price + branch.price + LENGTHENED, false);
      walk(at, lexicon.root, after, written, price + branch.price + JOINED, false);
    }
    for (const step of steps(at, after, written)) {
      const reached = follow(branch, step.shown);
      if (reached) walk(at + step.taken, reached, step.after, written + step.shown, price + step.price, whole);
    }
    if (after === 'consonant' && latin.length > 3)
      for (const [sign, reached] of branch.next)
        if (OMITTED.has(sign)) walk(at, reached, 'vowel', written + sign, price + LEFT_OUT, whole);
  };
  walk(0, lexicon.root, 'start', '', 0);
}

function follow(branch: Branch, letters: string): Branch | undefined {
  let at: Branch | undefined = branch;
  for (const letter of letters) at = at?.next.get(letter);
  return at;
}

interface Reading {
  readonly written: string;
  readonly after: After;
  readonly price: number;
}

/** The likeliest readings by the rules and by which letters follow one another in Hindi. */
function readByRule(latin: string, steps: Steps, lexicon: Lexicon): Reading[] {
  const beams: Map<string, Reading>[] = Array.from({ length: latin.length + 1 }, () => new Map<string, Reading>());
  beams[0]?.set('', { written: '', after: 'start', price: 0 });
  for (let at = 0; at < latin.length; at++)
    for (const reading of best(beams[at]))
      for (const step of steps(at, reading.after, reading.written)) {
        const next = extended(reading, step, lexicon);
        const beam = beams[at + step.taken];
        const key = `${next.written}${next.after}`;
        if (beam && next.price < (beam.get(key)?.price ?? Infinity)) beam.set(key, next);
      }
  return best(beams[latin.length])
    .map((reading) => ({
      ...reading,
      price: reading.price + SURPRISE * lexicon.surprise(reading.written, ''),
    }))
    .sort((one, other) => one.price - other.price)
    .slice(0, MOST_ALTERNATIVES);
}

function best(beam: ReadonlyMap<string, Reading> | undefined): Reading[] {
  return [...(beam?.values() ?? [])].sort((one, other) => one.price - other.price).slice(0, BEAM);
}

function extended(reading: Reading, step: Step, lexicon: Lexicon): Reading {
  let { written, price } = reading;
  for (const letter of step.shown) {
    price += SURPRISE * lexicon.surprise(written, letter);
    written += letter;
  }
  return { written, after: step.after, price: price + step.price };
}
