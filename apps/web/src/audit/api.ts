import type { Query } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useList } from '../api/lists/use-list';
import type { SampleFilters } from './filters';

/** What the log of the office says to be lost. */
export const useLogLosses = () => useQuery(queryOf('getLogLosses', {}));

/** What came of the last check of the whole record. */
export const useRecordCheck = () => useQuery(queryOf('getRecordCheck', {}));

/** Each search is on the record: nothing is looked for before somebody asks for something. */
export const useFoundEvents = (query: Query<'searchEvents'>, enabled: boolean) =>
  useList('searchEvents', { query }, { enabled });

/** Drawn once all is said that the draw is made by. */
export function useSample({ seed, size = 1, day, unitId }: SampleFilters) {
  const request = { query: { seed: seed ?? '', size, day: day ?? '', unitId } };
  return useQuery(queryOf('drawSample', request, { enabled: seed !== undefined && day !== undefined }));
}
