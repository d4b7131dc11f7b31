import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { useActingPostId } from '../../api/session/acting-post';
import { PostPicker } from './PostPicker';

/** Narrows a register to the letters of one signatory: of the own post, or of another. The address remembers it. */
export function OfSignatory() {
  const { t } = useTranslations('outward');
  const own = useActingPostId();
  const search = useSearch({ from: '/office/with-navigation/registers/$register' });
  const navigate = useNavigate({ from: '/registers/$register' });
  const set = (signatory: string | undefined) =>
    void navigate({ search: { ...search, signatory }, params: (params) => params, replace: true });
  const isOwn = search.signatory === own;
  return (
    <>
      <Button
        size="compact-sm"
        {...(!isOwn && { variant: 'default' })}
        aria-pressed={isOwn}
        onClick={() => set(isOwn ? undefined : (own ?? undefined))}
      >
        {t('outward.ofOwnPost')}
      </Button>
      <PostPicker
        inline
        size="xs"
        label={t('outward.ofSignatory')}
        value={isOwn ? null : (search.signatory ?? null)}
        onChange={(postId) => set(postId)}
      />
      {search.signatory !== undefined && (
        <Button size="compact-sm" variant="subtle" onClick={() => set(undefined)}>
          {t('outward.ofAll')}
        </Button>
      )}
    </>
  );
}
