import type { QueryClient } from '@tanstack/react-query';
import { forgetNotices } from '../ui/notices/announcements';
import { welcomeQuery } from './api';

/** Forgets all that the person saw. What anybody may know of the office stays: the sign-in page is showing it already. */
export function forgetPerson(client: QueryClient): void {
  const [welcome] = welcomeQuery.queryKey;
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== welcome });
  client.getMutationCache().clear();
  forgetNotices();
}
