import type { MarkedText, Named, SearchHit } from '@patravali/contract';
import { Fragment } from 'react';
import { type FoundInLetter, wordsInAddress } from '../ui/page/found-in-address';
import classes from './search.module.css';

/** A text with what was found in it marked. */
export function WordsFound({ of: { text, marks } }: { of: MarkedText }) {
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(marks[index - 1]?.to ?? 0, from)}
          <mark className={classes.found}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}

/** The words themselves, each once, in the forms in which they were found. */
export const wordsOf = (...texts: readonly (MarkedText | null)[]): string[] => [
  ...new Set(texts.flatMap((found) => found?.marks.map(({ from, to }) => found.text.slice(from, to)) ?? [])),
];

/** Where on its pages a scan was found, as the address of its letter says it. */
export const placeOfScan = ({ id, page, title, snippet }: Named<SearchHit>): FoundInLetter => ({
  document: id,
  page: page ?? undefined,
  found: wordsInAddress(wordsOf(title, snippet)),
});
