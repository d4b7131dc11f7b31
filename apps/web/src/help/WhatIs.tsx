import { lazyPart } from '../ui/page/lazy-part';

/**
 * A small `?` beside a word of the office, which says in two sentences what it means. It comes after what it stands beside, and
 * where it does not come the page does without it.
 */
export const WhatIs = lazyPart(() =>
  import('./WordMark').then(
    ({ WordMark }) => WordMark,
    () => () => null,
  ),
);
