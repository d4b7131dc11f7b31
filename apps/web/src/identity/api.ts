import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call';
import { queryOf } from '../api/query-of';

export const welcomeQuery = queryOptions({
  queryKey: ['getWelcome'],
  queryFn: ({ signal }) => call('getWelcome', {}, { signal }),
  staleTime: Infinity,
});

/** One's own sessions; asked anew each time the page is opened. */
export const sessionsQuery = () => queryOf('listSessions', {}, { staleTime: 0 });
