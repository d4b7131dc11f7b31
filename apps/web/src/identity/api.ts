import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useCommand } from '../api/use-command';

export const welcomeQuery = queryOptions({
  queryKey: ['getWelcome'],
  queryFn: ({ signal }) => call('getWelcome', {}, { signal }),
  staleTime: Infinity,
});
export const sessionQuery = queryOptions({
  queryKey: ['getSession'],
  queryFn: ({ signal }) => call('getSession', {}, { signal }),
  staleTime: Infinity,
  retry: false,
});

/** One's own sessions; asked anew each time the page is opened. */
export const sessionsQuery = () =>
  queryOptions({
    queryKey: keyOf('listSessions'),
    queryFn: ({ signal }) => call('listSessions', {}, { signal }),
    staleTime: 0,
  });

export const useSignIn = () => useCommand('signIn', []);
export const useSignInByLink = () => useCommand('signInByLink', []);
export const useSignInAsDemoPerson = () => useCommand('signInAsDemoPerson', []);
export const useSignOut = () => useCommand('signOut', []);
export const useEndSession = () => useCommand('endSession', ['listSessions']);
export const useEndOtherSessions = () => useCommand('endOtherSessions', ['listSessions']);
export const useChangePassword = () => useCommand('changePassword', []);
