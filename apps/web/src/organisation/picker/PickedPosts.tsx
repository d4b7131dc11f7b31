import type { PostView } from '@patravali/contract';
import { CloseButton } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../api';
import classes from './PickedPosts.module.css';

interface PickedPostsProps {
  postIds: readonly string[];
  label: string;
  /** What the button says that takes one away again. */
  removing: (name: string, post: PostView) => string;
  onRemove: (postId: string) => void;
}

/** Posts that were picked one after the other, each removable. */
export function PickedPosts({ postIds, label, removing, onRemove }: PickedPostsProps) {
  const { t, translate, marking } = useTranslations();
  const { data: posts } = usePosts();
  if (postIds.length === 0) return null;
  return (
    <ul className={classes.picked} aria-label={label}>
      {postIds.map((postId) => {
        const post = posts?.find(({ id }) => id === postId);
        if (!post) return null;
        const name = post.holder ? translate(post.holder) : t('page.vacant');
        return (
          <li key={postId}>
            <strong>{name}</strong> <abbr title={translate(post.designation)}>{marking(post)}</abbr>
            <CloseButton size="xs" aria-label={removing(name, post)} onClick={() => onRemove(postId)} />
          </li>
        );
      })}
    </ul>
  );
}
