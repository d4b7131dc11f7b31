import type { PostView } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { usePosts } from '../organisation/api';

interface LeftBehindProps {
  post: Pick<PostView, 'id' | 'marking' | 'markingHi'>;
  /** What lies on its desk or waits there. */
  waiting: number;
  /** Who else holds it or is to. */
  otherHolders: number;
}

/** What is left at a post when somebody goes: said before he is relieved. */
export function LeftBehind({ post, waiting, otherHolders }: LeftBehindProps) {
  const { t, marking, number } = useTranslations('establishment');
  const { data: posts = [] } = usePosts();
  const name = marking(post);
  const isVacant = otherHolders === 0;
  const below = isVacant ? posts.filter(({ superiorPostId }) => superiorPostId === post.id) : [];
  const sentences = [
    isVacant
      ? t('establishment.vacantThen', { post: name })
      : t('establishment.othersHold', { post: name, count: number(otherHolders) }),
    waiting > 0 ? t('establishment.waitsThere', { count: number(waiting) }) : t('establishment.nothingWaits'),
    ...(below.length > 0 ? [t('establishment.withoutSuperior', { posts: below.map(marking).join(', ') })] : []),
  ];
  return <p style={{ margin: 0 }}>{sentences.join(' ')}</p>;
}
