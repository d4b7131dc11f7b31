import type { MyPdf } from '@patravali/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';

/** While one is being made the list is asked for anew every so many milliseconds. */
const EVERY_MS = 2_000;

export const isUnderWay = ({ state }: Pick<MyPdf, 'state'>): boolean => state === 'waiting' || state === 'making';

/** What the person has asked for, the newest first. */
export const myPdfsQuery = () =>
  queryOptions({
    queryKey: keyOf('listMyPdfs'),
    queryFn: ({ signal }) => call('listMyPdfs', {}, { signal }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.items.some(isUnderWay) ? EVERY_MS : false),
  });
