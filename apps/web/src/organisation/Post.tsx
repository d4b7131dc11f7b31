import type { PostRef } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';

/** A post by its marking; the designation and unit are told on hovering and to screen readers. */
export function Post({ post }: { post: PostRef }) {
  const { translate, marking } = useTranslations();
  return <abbr title={`${translate(post.designation)}, ${translate(post.unit)}`}>{marking(post)}</abbr>;
}
