import type { Named, PostRef, Suggestion } from '@patravali/contract';
import { useRef } from 'react';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import classes from '../forward.module.css';

interface SuggestedPostsProps {
  suggestions: readonly Named<Suggestion>[];
  chosen: PostRef | null;
  onChoose: (suggestion: Named<Suggestion>) => void;
  /** What the posts are, for screen readers. */
  label: string;
  /** `digit`: the digits choose while nobody types, with Alt always; `alt`: only with Alt, also in a dialog. */
  keys: 'digit' | 'alt';
}

const WHY_ICONS: Record<Named<Suggestion>['why'], string> = {
  superior: '↑ ',
  sender: '↩ ',
  opener: '',
  on_sheet: '',
  frequent: '',
  channel: '↑ ',
  way_back: '↓ ',
};

/** The posts one would most likely send to, each under its digit. */
export function SuggestedPosts({ suggestions, chosen, onChoose, label, keys }: SuggestedPostsProps) {
  const { t, translate, marking } = useTranslations('sending');
  const posts = useRef<HTMLDivElement>(null);
  useKeys(
    suggestions.flatMap((suggestion, index) => {
      const { post } = suggestion;
      const digit = String(index + 1);
      const binding = { label: t('file.chooseTarget', { post: marking(post) }), run: () => onChoose(suggestion) };
      const withAlt = { ...binding, key: `alt+${digit}`, whileTyping: true };
      if (keys === 'alt') return [{ ...withAlt, inDialog: true }];
      return [
        {
          ...binding,
          key: digit,
          // Whoever chooses has the focus where it is sent.
          run: () => {
            posts.current?.querySelectorAll('button')[index]?.focus();
            onChoose(suggestion);
          },
        },
        { ...withAlt, hidden: true },
      ];
    }),
  );
  if (suggestions.length === 0) return null;
  return (
    <div ref={posts} className={classes.suggested} role="group" aria-label={label}>
      {suggestions.map(({ post, why, holder, action }, index) => (
        <button
          key={post.id}
          type="button"
          aria-pressed={post.id === chosen?.id}
          className={classes.target}
          title={`${translate(post.designation)} · ${holder ? translate(holder) : t('page.vacant')} · ${t(`why.${why}`)}`}
          onClick={() => onChoose({ post, why, holder, action })}
        >
          {WHY_ICONS[why] + marking(post)}
          {keys === 'alt' && <span className="soft">{t(`why.${why}`)}</span>}
          <Kbd keys={keys === 'alt' ? `alt+${index + 1}` : String(index + 1)} />
        </button>
      ))}
    </div>
  );
}
