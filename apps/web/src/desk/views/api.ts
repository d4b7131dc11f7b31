import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';

/** They change only by one's own hand. */
const FRESH_MS = 5 * 60_000;

/** The looks at the inbox that one keeps for the acting post. */
export const deskViewsQuery = () =>
  queryOptions({
    queryKey: keyOf('listDeskViews'),
    queryFn: ({ signal }) => call('listDeskViews', {}, { signal }),
    staleTime: FRESH_MS,
  });
