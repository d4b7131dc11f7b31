import type { Query } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList } from '../api/lists/use-list';
import type { SampleFilters } from './filters';

/** What the log of the office says to be lost. */
export function useLogLosses() {
  return useQuery({
    queryKey: keyOf('getLogLosses'),
    queryFn: ({ signal }) => call('getLogLosses', {}, { signal }),
  });
}

/** What came of the last check of the whole record. */
export function useRecordCheck() {
  return useQuery({
    queryKey: keyOf('getRecordCheck'),
    queryFn: ({ signal }) => call('getRecordCheck', {}, { signal }),
  });
}

/** Each search is on the record: nothing is looked for before somebody asks for something. */
export const useFoundEvents = (query: Query<'searchEvents'>, enabled: boolean) =>
  useList('searchEvents', { query }, { enabled });

/** Drawn once all is said that the draw is made by. */
export function useSample({ seed, size = 1, day, unitId }: SampleFilters) {
  const request = { query: { seed: seed ?? '', size, day: day ?? '', unitId } };
  return useQuery({
    queryKey: keyOf('drawSample', request),
    queryFn: ({ signal }) => call('drawSample', request, { signal }),
    enabled: seed !== undefined && day !== undefined,
  });
}
