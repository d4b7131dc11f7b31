import type { HeldPost } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { forgetNotices } from '../ui/notices/announcements';
import { setActingPost } from '../api/session/acting-post';

/** Acts from another of one's posts, in this tab only, and goes to that post's desk. */
export function useChangePost(): (post: HeldPost) => void {
  const navigate = useNavigate();
  return (post) => {
    setActingPost(post.id);
    forgetNotices();
    void navigate({ to: '/' });
  };
}
