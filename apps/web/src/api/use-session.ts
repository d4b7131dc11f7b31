import type { HeldPost, Session } from '@patravali/contract';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { call } from './call';
import { setActingPost, actingPostId, useActingPostId } from './session/acting-post';

export const sessionQuery = queryOptions({
  queryKey: ['getSession'],
  queryFn: ({ signal }) => call('getSession', {}, { signal }),
  staleTime: Infinity,
  retry: false,
});

export interface Acting {
  session: Session;
  /** The post that this tab acts from. */
  post: HeldPost;
}

/** The signed-in person and the acting post; only below the office's frame, which lets nobody in without both. */
export function useActing(): Acting {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const postId = useActingPostId();
  const post = session.posts.find((one) => one.id === postId) ?? session.posts[0];
  if (!post) throw new Error('The frame of the office lets nobody in without a post');
  return { session, post };
}

/** The post that this tab acts from, if it still is the person's; their only one when they have one. */
export function postOf(session: Session): HeldPost | undefined {
  const chosen = session.posts.find((post) => post.id === actingPostId());
  if (chosen) return chosen;
  const [only, another] = session.posts;
  if (!only || another) return undefined;
  setActingPost(only.id);
  return only;
}
