import type { CalendarYear, DayKind } from '@patravali/contract';

/** What a declared day is: a holiday, one of those of which each may choose some, or a day on which the office works. */
export function kindOfDay({ works, restricted }: Pick<CalendarYear['days'][number], 'works' | 'restricted'>): DayKind {
  if (works) return 'working';
  return restricted ? 'restricted' : 'holiday';
}

export const ofKind = (kind: DayKind) => ({ works: kind === 'working', restricted: kind === 'restricted' });
