import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';

export const welcomeQuery = queryOptions({
  queryKey: ['getWelcome'],
  queryFn: ({ signal }) => call('getWelcome', {}, { signal }),
  staleTime: Infinity,
});

/** One's own sessions; asked anew each time the page is opened. */
export const sessionsQuery = () =>
  queryOptions({
    queryKey: keyOf('listSessions'),
    queryFn: ({ signal }) => call('listSessions', {}, { signal }),
    staleTime: 0,
  });
