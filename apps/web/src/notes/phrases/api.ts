import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';

/** They seldom change, and stand ready when the key is pressed. */
const FRESH_MS = 5 * 60_000;

/** One's own phrases and those of one's unit. */
export const quickPhrasesQuery = () =>
  queryOptions({
    queryKey: keyOf('listQuickPhrases'),
    queryFn: ({ signal }) => call('listQuickPhrases', {}, { signal }),
    staleTime: FRESH_MS,
  });
