import {
  allWordsOf,
  type CorrespondenceView,
  type Named,
  referencesIn,
  type StructuredText,
  type Words,
} from '@patravali/contract';
import { findWrittenReferences, type Referable } from '../editor/written-reference';

type Letter = Pick<Named<CorrespondenceView>, 'detached' | 'flag' | 'firstPage' | 'lastPage' | 'citedBy'>;

/** The pages of the correspondence to which a note refers, those that it only spells out too. */
export function pagesReferredTo(text: StructuredText, referable: Referable): number[] {
  const written = allWordsOf(text).flatMap((words) => findWrittenReferences(writtenIn(words), referable));
  return [...referencesIn(text), ...written].flatMap(({ to }) => (to.kind === 'correspondence' ? [to.page] : []));
}

/** Those of the pages that belong to a letter that was detached. */
export function detachedPages(letters: readonly Letter[], pages: readonly number[]): number[] {
  const detached = letters.filter((letter) => letter.detached !== null);
  return [...new Set(pages)].filter((page) => detached.some((letter) => holds(letter, page)));
}

/** The letters under consideration to which no note refers, and not one that refers to these pages. */
export function uncitedPucs<Any extends Letter>(letters: readonly Any[], pages: readonly number[]): Any[] {
  return letters.filter(
    (letter) => letter.flag === 'puc' && letter.citedBy.length === 0 && !pages.some((page) => holds(letter, page)),
  );
}

const holds = ({ firstPage, lastPage }: Pick<Letter, 'firstPage' | 'lastPage'>, page: number): boolean =>
  firstPage <= page && page <= lastPage;

/** What stands there as letters; a reference that was made already is none. */
export function writtenIn({ children }: Words): string {
  return children.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
}
