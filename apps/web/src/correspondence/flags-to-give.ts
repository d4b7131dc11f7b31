import { type CorrespondenceView, type Flag, FLAGS } from '@patravali/contract';

type Flagged = Pick<CorrespondenceView, 'flag'>;

const FRESH = FLAGS.filter((flag) => flag.startsWith('fr'));
const OTHERS = FLAGS.filter((flag) => flag !== 'puc' && !FRESH.includes(flag));

/** The flags that a letter of this file may be given: those in use, which would move, and the next FR and letter. */
export function flagsToGive(letters: readonly Flagged[]): Flag[] {
  return ['puc', ...upToNext(FRESH, letters), ...upToNext(OTHERS, letters)];
}

/** What a letter that comes into this file is: what is under consideration, or else the next fresh receipt. */
export function flagOfNext(letters: readonly Flagged[]): Flag | null {
  if (!letters.some(({ flag }) => flag === 'puc')) return 'puc';
  return nextFresh(letters);
}

/** Null when all are given. */
export function nextFresh(letters: readonly Flagged[]): Flag | null {
  return FRESH[lastUsed(FRESH, letters) + 1] ?? null;
}

const upToNext = (series: readonly Flag[], letters: readonly Flagged[]) =>
  series.slice(0, lastUsed(series, letters) + 2);

/** The place in the series of the last flag that a letter bears; -1 when none is in use. */
const lastUsed = (series: readonly Flag[], letters: readonly Flagged[]) =>
  Math.max(-1, ...letters.map(({ flag }) => (flag === null ? -1 : series.indexOf(flag))));
