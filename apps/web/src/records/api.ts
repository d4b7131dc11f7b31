import type { MyPdf } from '@patravali/contract';
import { queryOf } from '../api/query-of';

/** While one is being made the list is asked for anew every so many milliseconds. */
const EVERY_MS = 2_000;

export const isUnderWay = ({ state }: Pick<MyPdf, 'state'>): boolean => state === 'waiting' || state === 'making';

/** What the person has asked for, the newest first. */
export const myPdfsQuery = () =>
  queryOf(
    'listMyPdfs',
    {},
    { staleTime: 0, refetchInterval: ({ state: { data } }) => (data?.items.some(isUnderWay) ? EVERY_MS : false) },
  );
