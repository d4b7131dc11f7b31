import { Button } from '@mantine/core';
import type { PostView } from '@patravali/contract';
import { useMemo, useRef } from 'react';
import { useActing } from '../../../api/use-session';
import { useTranslations } from '../../../language/use-translations';
import { PickedPosts } from '../../../organisation/picker/PickedPosts';
import { PostPicker } from '../../../organisation/picker/PostPicker';
import { isOfficer } from './signatories';

interface CoSignatoryFieldProps {
  /** Who signs first. */
  signatoryPostId: string | null;
  postIds: readonly string[];
  onChange: (postIds: readonly string[]) => void;
}

/** So many sign after the signatory. */
const MOST = 5;

/** The officers who sign after the signatory, in turn, each removable, and the field that finds one more. */
export function CoSignatoryField({ signatoryPostId, postIds, onChange }: CoSignatoryFieldProps) {
  const { t, marking } = useTranslations('draft-forms');
  const { post: own } = useActing();
  const field = useRef<HTMLInputElement>(null);
  const full = postIds.length >= MOST;
  const offers = useMemo(
    () => (post: PostView) => !full && isOfficer(post) && post.id !== signatoryPostId && !postIds.includes(post.id),
    [full, signatoryPostId, postIds],
  );
  const remove = (postId: string) => {
    onChange(postIds.filter((each) => each !== postId));
    field.current?.focus();
  };
  const last = postIds.at(-1);
  const mayAddOwn = !full && isOfficer(own) && own.id !== signatoryPostId && !postIds.includes(own.id);
  return (
    <div>
      <PostPicker
        size="xs"
        label={t('draftForm.coSignatories')}
        description={full ? t('form.tooMany', { max: MOST }) : t('draftForm.coSignatoriesWhy')}
        value={null}
        inputRef={field}
        offers={offers}
        onChange={(postId) => onChange([...postIds, postId])}
        onBackspace={() => last !== undefined && remove(last)}
      />
      {mayAddOwn && (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange([...postIds, own.id])}>
          {t('draftForm.coSignOwn', { post: marking(own) })}
        </Button>
      )}
      <PickedPosts
        postIds={postIds}
        label={t('draftForm.coSignatories')}
        removing={(_, post) => t('draftForm.removeCoSignatory', { post: marking(post) })}
        onRemove={remove}
      />
    </div>
  );
}
