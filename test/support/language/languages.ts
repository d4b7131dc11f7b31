import type { Language } from '@patravali/contract';

const TURNS = ['hi', 'en'] as const;

/**
 * In which languages the journeys are told that are told in both. Each costs the same again, so they take turns: on even
 * days of the year Hindi, on odd ones English. TEST_LANGUAGES may name one (`hi`, `en`), the one whose day it is not
 * (`other`), or `both`.
 */
export const LANGUAGES: readonly Language[] = languagesOf(process.env.TEST_LANGUAGES, new Date());

/** @throws Error if nothing is known by that name. */
export function languagesOf(wanted: string | undefined, today: Date): readonly Language[] {
  const turn = dayOfYear(today) % 2;
  switch (wanted) {
    case undefined:
    case '':
      return [TURNS[turn as 0 | 1]];
    case 'other':
      return [TURNS[(1 - turn) as 0 | 1]];
    case 'both':
      return TURNS;
    case 'hi':
    case 'en':
      return [wanted];
    default:
      throw new Error(`TEST_LANGUAGES is hi, en, other or both, and not ${wanted}`);
  }
}

/** In UTC, so that a run that begins before midnight tells all in one language wherever its workers stand. The first of January is 1. */
function dayOfYear(day: Date): number {
  return Math.floor((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 0)) / 86_400_000);
}
