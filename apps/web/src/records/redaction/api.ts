import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';
import { wholeList } from '../../api/lists/whole-list';

/** While one is being made the list is asked for anew every so many milliseconds. */
const EVERY_MS = 1_500;

export const redactionsQuery = (fileId: string) =>
  queryOptions({
    queryKey: keyOf('listRedactions', fileId),
    queryFn: async ({ signal }) => {
      let mayRedact = false;
      const items = await wholeList(async (query) => {
        const page = await call('listRedactions', { params: { fileId }, query }, { signal });
        ({ mayRedact } = page);
        return page;
      });
      return { items, mayRedact };
    },
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.items.some(({ state }) => state === 'waiting') ? EVERY_MS : false),
  });
