import type { PostRef } from '@patravali/contract';
import { useLanguage } from '../language/use-language';

/** A post by its marking; the designation and unit are told on hovering and to those who hear the page. */
export function Post({ post }: { post: PostRef }) {
  const { say } = useLanguage();
  return <abbr title={`${say(post.designation)}, ${say(post.unit)}`}>{post.marking}</abbr>;
}
