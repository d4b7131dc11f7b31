import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call';
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

export const useSignIn = () => useCommand('signIn', []);
export const useSignInByLink = () => useCommand('signInByLink', []);
export const useSignInAsDemoPerson = () => useCommand('signInAsDemoPerson', []);
export const useSignOut = () => useCommand('signOut', []);
export const useChangePassword = () => useCommand('changePassword', []);
