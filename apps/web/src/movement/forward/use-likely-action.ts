import { type ActionAsked, likelyAction, type PostView } from '@patravali/contract';
import { useActingPostId } from '../../api/session/acting-post';
import { usePosts } from '../../organisation/api';

/** What is likely asked of a post, by where it stands in the office. */
export function useLikelyAction(): (to: PostView) => ActionAsked {
  const ownPostId = useActingPostId();
  const { data: posts } = usePosts();
  const own = posts?.find(({ id }) => id === ownPostId);
  return (to) => (own ? likelyAction(own, to) : 'put_up');
}
