import type { MarkedText } from '@patravali/contract';
import { Fragment } from 'react';
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
