import { type HeldPost, MOST_DISCUSSED_WITH, type PostView, prepares } from '@patravali/contract';
import { useMemo, useRef } from 'react';
import { ProblemError } from '../../api/problem-error';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { PickedPosts } from '../../organisation/picker/PickedPosts';
import { PostPicker } from '../../organisation/picker/PostPicker';
import classes from './DiscussedWith.module.css';
import type { Composer } from './use-composer';

/** Those with whom it was discussed, each removable, and the field that finds one more. */
export function DiscussedWith({ composer }: { composer: Composer }) {
  const { t } = useTranslations();
  const { session } = useActing();
  const field = useRef<HTMLInputElement>(null);
  const { discussedWith, setKind } = composer;
  const full = discussedWith.length >= MOST_DISCUSSED_WITH;
  const offers = useMemo(() => {
    const taken = [...discussedWith, ...session.posts.filter(isOwn).map(({ id }) => id)];
    return ({ id, holder }: PostView) => !full && holder !== null && !taken.includes(id);
  }, [discussedWith, session.posts, full]);
  const remove = (postId: string) => {
    setKind({ discussedWith: discussedWith.filter((one) => one !== postId) });
    field.current?.focus();
  };
  const last = discussedWith.at(-1);
  return (
    <div className={classes.field}>
      <PostPicker
        size="xs"
        label={t('note.discussedWith')}
        description={full ? t('form.tooMany', { max: MOST_DISCUSSED_WITH }) : t('note.discussedWhy')}
        value={null}
        inputRef={field}
        offers={offers}
        error={refusedNames(composer)}
        onChange={(postId) => setKind({ discussedWith: [...discussedWith, postId] })}
        onBackspace={() => last !== undefined && remove(last)}
      />
      <PickedPosts
        postIds={discussedWith}
        label={t('note.participants')}
        removing={(name, { marking }) => t('note.removeParticipant', { name, post: marking })}
        onRemove={remove}
      />
    </div>
  );
}

/** Of the officer for whom an assistant writes, another post is not the assistant's own. */
const isOwn = ({ capacity }: HeldPost) => !prepares(capacity);

/** Refusals that are about one of the posts named. */
const OF_A_POST: readonly string[] = ['unknown-post', 'post-vacant', 'discussed-with-oneself'];

/** What the server did not accept of the names. */
function refusedNames({ state }: Composer): string | undefined {
  if (state.kind !== 'refused' || !(state.error instanceof ProblemError)) return undefined;
  const { code, detail } = state.error.problem;
  return OF_A_POST.includes(code) ? detail : undefined;
}
