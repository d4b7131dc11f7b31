import type { Branch, Lexicon } from './lexicon';
import { type After, type Step, stepsAt } from './read-latin';

/** What a person is offered for one Latin word, without the word itself. */
export const MOST_ALTERNATIVES = 5;
/** Longer words are no words: they stay as they were typed. */
export const LONGEST_WORD = 40;

/** A known word costs what its spelling does and how uncommon it is; one made by the rules alone comes behind it. */
const UNKNOWN = 2.2;
const SURPRISE = 0.28;
/** A known word whose spelling is farther from what was typed is none that was meant. */
const FARTHEST = 4.2;
const BEAM = 28;
/** A vowel that was not typed. */
const LEFT_OUT = 1.9;
/** The virama at the end of a word is heard by nobody. */
const WITHOUT_VOWEL = 0.4;
const VIRAMA = '\u094d';
const OMITTED = new Set(['ा', 'ि', 'ी', 'ु', 'े']);

/** What a Latin word may mean in Devanagari, the likeliest first; at most five. Capitals within the word choose (`T` is ट). */
export function alternativesTo(typed: string, lexicon: Lexicon): string[] {
  if (!/^[A-Za-z]+$/.test(typed) || typed.length > LONGEST_WORD) return [];
  const latin = typed === typed.toUpperCase() ? typed.toLowerCase() : typed;
  const prices = new Map<string, number>();
  const offer = (word: string, price: number) => {
    if (word !== '' && price < (prices.get(word) ?? Infinity)) prices.set(word, price);
  };
  for (const word of lexicon.borrowed.get(latin.toLowerCase()) ?? []) offer(word, -0.5);
  findKnown(latin, lexicon.root, offer);
  for (const { written, price } of readByRule(latin, lexicon)) offer(written, price + UNKNOWN);
  return [...prices]
    .sort(([, one], [, other]) => one - other)
    .slice(0, MOST_ALTERNATIVES)
    .map(([word]) => word);
}

/** Known words that the letters may spell. */
function findKnown(latin: string, root: Branch, offer: (word: string, price: number) => void): void {
  const seen = new Map<Branch, Map<string, number>>();
  const walk = (at: number, branch: Branch, after: After, written: string, price: number): void => {
    if (price > FARTHEST) return;
    const place = `${String(at)}${after}`;
    const known = seen.get(branch) ?? new Map<string, number>();
    seen.set(branch, known);
    if ((known.get(place) ?? Infinity) <= price) return;
    known.set(place, price);
    if (at === latin.length) {
      if (branch.price !== null) offer(written, price + branch.price);
      const silent = branch.next.get(VIRAMA)?.price ?? null;
      if (silent !== null) offer(written + VIRAMA, price + silent + WITHOUT_VOWEL);
      return;
    }
    for (const step of stepsAt(latin, at, after, written)) {
      const reached = follow(branch, step.shown);
      if (reached) walk(at + step.taken, reached, step.after, written + step.shown, price + step.price);
    }
    if (after === 'consonant' && latin.length > 3)
      for (const [sign, reached] of branch.next)
        if (OMITTED.has(sign)) walk(at, reached, 'vowel', written + sign, price + LEFT_OUT);
  };
  walk(0, root, 'start', '', 0);
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
function readByRule(latin: string, lexicon: Lexicon): Reading[] {
  const beams: Map<string, Reading>[] = Array.from({ length: latin.length + 1 }, () => new Map<string, Reading>());
  beams[0]?.set('', { written: '', after: 'start', price: 0 });
  for (let at = 0; at < latin.length; at++)
    for (const reading of best(beams[at]))
      for (const step of stepsAt(latin, at, reading.after, reading.written)) {
        const next = extended(reading, step, lexicon);
        const beam = beams[at + step.taken];
        const key = `${next.written}${next.after}`;
        if (beam && next.price < (beam.get(key)?.price ?? Infinity)) beam.set(key, next);
      }
  return best(beams[latin.length])
    .map((reading) => ({
      ...reading,
      price: reading.price + SURPRISE * lexicon.surprise(lastTwo(reading.written), ''),
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
    price += SURPRISE * lexicon.surprise(lastTwo(written), letter);
    written += letter;
  }
  return { written, after: step.after, price: price + step.price };
}

function lastTwo(written: string): string {
  return `^^${written}`.slice(-2);
}
