import { useList } from '../../api/lists/use-list';

const A_MINUTE = 60_000;
/** @param overLimit what has been there too long alone, or everything. */
export const useWaitingBelow = (overLimit: boolean) =>
  useList('listWaitingBelow', { query: overLimit ? { overLimit } : {} }, { every: A_MINUTE });
