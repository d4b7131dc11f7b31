import type { Suggestion } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { useKeys } from '../keyboard/keys';
import { Kbd } from '../keyboard/Kbd';
import classes from '../ui/list/list-page.module.css';

interface Props {
  suggestions: readonly Suggestion[];
  value: string | null;
  onChange: (postId: string) => void;
}

/** The posts one would most likely send to, each under its digit. */
export function SuggestedPosts({ suggestions, value, onChange }: Props) {
  const { t, translate } = useTranslations();
  const shown = suggestions.slice(0, 9);
  useKeys(
    shown.map(({ post }, index) => ({
      key: `alt+${String(index + 1)}`,
      label: post.marking,
      run: () => onChange(post.id),
      whileTyping: true,
      inDialog: true,
    })),
  );
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('desk.suggested')} className={classes.suggested}>
      {shown.map(({ post, holder, why }, index) => (
        <button
          key={post.id}
          type="button"
          className={classes.chip}
          aria-pressed={post.id === value}
          title={[translate(post.designation), holder ? translate(holder) : t('page.vacant'), t(`why.${why}`)].join(
            ' · ',
          )}
          onClick={() => onChange(post.id)}
        >
          {post.marking} <span className="soft">{t(`why.${why}`)}</span> <Kbd keys={`alt+${String(index + 1)}`} />
        </button>
      ))}
    </div>
  );
}
