import { ENGLISH_WORDS } from '../legacy/english-words';
import { OFFICE_TERMS } from '../synonyms/synonyms';
import { COMMON_WORDS } from '../typing/common-words';
import { formsOf, formsOfVerb } from '../typing/inflections';
import { OFFICE_WORDS, SMALL_WORDS, VERBS } from '../typing/office-words';
import { isParticle } from './particles';
import { wordsIn } from './words-in';

/** They stand in subjects of all kinds, and say nothing of what one is about. */
const FILLERS = `सम्बन्ध सम्बन्धी सम्बन्धित सम्बन्धन विषय विषयक बाबत प्रकरण प्रकरणों मामला मामले कार्य कार्यवाही कार्रवाई श्री श्रीमती सुश्री कुमारी
  द्वारा किए किये जाने करने कराने कराए दिए दिये लिए लिये अपने विरुद्ध प्रति अन्तर्गत स्थित निवासी पुत्र पत्नी विषयान्तर्गत सन्दर्भ
  regarding matter case subject reg re shri smt sri kumari respect relating related about under against its late son wife`;

/** How much a word tells of what a text is about. */
export const TELLS = { nothing: 0, ofManyFiles: 1, ofSome: 2, name: 3 } as const;

let known: ReadonlyMap<string, number> | undefined;

/**
 * How much a folded word tells of what a subject is about: nothing, 1 for what stands in many subjects of an office (वेतन), 2 for other
 * words of every day (तालाब), 3 for all others, which are mostly names.
 */
export function tellingness(folded: string): number {
  known ??= weighed();
  return known.get(folded) ?? TELLS.name;
}

function weighed(): ReadonlyMap<string, number> {
  const inAllForms = (texts: Iterable<string>) => {
    const words = [...texts].flatMap((text) => text.split(/\s+/));
    return wordsIn(words.flatMap((word) => [word, ...formsOf(word)]).join(' ')).filter((word) => !isParticle(word));
  };
  const weights = new Map<string, number>();
  for (const word of wordsIn([COMMON_WORDS, OFFICE_WORDS].join(' '))) weights.set(word, TELLS.ofSome);
  for (const word of inAllForms([...OFFICE_TERMS, ...ENGLISH_WORDS])) weights.set(word, TELLS.ofManyFiles);
  const verbs = VERBS.trim()
    .split(/\s+/)
    .flatMap((verb) => [verb, ...formsOfVerb(verb)]);
  for (const word of wordsIn(verbs.join(' '))) weights.set(word, TELLS.ofManyFiles);
  for (const word of [...wordsIn(SMALL_WORDS), ...inAllForms([FILLERS])]) weights.set(word, TELLS.nothing);
  return weights;
}
