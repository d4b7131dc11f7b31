import { isParticle, wordsIn } from '@patravali/devanagari';
import type { Phrase } from '../words/phrase';

/** What somebody asks for, in folded words. */
export interface Question {
  /** All of them must be found, in any order and form. */
  readonly words: Phrase;
  /** In quotes: as they stand. */
  readonly phrases: readonly Phrase[];
  /** Behind a minus: none of these. */
  readonly without: readonly Phrase[];
}

const PART = /(?<=^|\s)([-−–]?)(?:["“”„«]([^"“”„»]*)["“”»]?|(\S+))/gu;

/** Reads what was typed: words, "phrases in quotes", and -what must not be there. */
export function readQuestion(typed: string): Question {
  const parts = [...typed.matchAll(PART)].map(([, minus = '', quoted, word]) => ({
    isWithout: minus !== '',
    isQuoted: quoted !== undefined,
    words: wordsIn(quoted ?? word ?? ''),
  }));
  const asked = parts.filter(({ isWithout }) => !isWithout);
  const words = asked.filter(({ isQuoted }) => !isQuoted).flatMap((part) => part.words);
  const phrases = tellingOf(asked.filter(({ isQuoted }) => isQuoted).map((part) => part.words));
  const telling = words.filter((word) => !isParticle(word));
  return {
    // Who asks for particles alone is answered as well as it goes.
    words: telling.length > 0 || phrases.length > 0 ? telling : words,
    phrases,
    without: tellingOf(parts.filter(({ isWithout }) => isWithout).map((part) => part.words)),
  };
}

/** The phrases without particles, which are not indexed; of particles alone there is nothing to ask for. */
const tellingOf = (phrases: readonly Phrase[]): Phrase[] =>
  phrases.map((phrase) => phrase.filter((word) => !isParticle(word))).filter(({ length }) => length > 0);
