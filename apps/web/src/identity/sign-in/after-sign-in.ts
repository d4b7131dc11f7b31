import type { Session } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { sessionQuery } from '../../api/use-session';
import { setActingPost } from '../../api/session/acting-post';

/** Goes on with a new session: to where the person wanted to go, or to the desk. */
export function useAfterSignIn(next: string | undefined): (session: Session) => void {
  const client = useQueryClient();
  const router = useRouter();
  return (session) => {
    setActingPost(null);
    client.clear();
    client.setQueryData(sessionQuery.queryKey, session);
    // Only a path of this page: a link from elsewhere must not lead away after signing in.
    const inside = next?.startsWith('/') === true && !next.startsWith('//') ? next : '/';
    router.history.push(inside);
  };
}
