import { Modal } from '@mantine/core';
import type { Named, SearchHit } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { usePosts } from '../organisation/api';
import preview from '../ui/list/preview.module.css';
import { WordsFound } from './WordsFound';

/** A person or a post: of the office, and in no file. */
export type OfOffice = Named<SearchHit>;

/** Who it is, at which post, in which unit, and below whom; whoever keeps the posts goes on to it. */
export function PostFacts({ of: { kind, title, post } }: { of: OfOffice }) {
  const { t, translate, marking } = useTranslations('search');
  const acting = useActing().post;
  const { data: posts = [] } = usePosts();
  const listed = posts.find(({ id }) => id === post?.id);
  const superior = posts.find(({ id }) => id === listed?.superiorPostId);
  const keepsPosts = acting.roles.includes('administrator') || acting.roles.includes('unit_administrator');
  return (
    <>
      {title && (
        <p>
          <strong>
            <WordsFound of={title} />
          </strong>
        </p>
      )}
      {post && (
        <dl className={preview.facts}>
          <dt>{t('search.post')}</dt>
          <dd>
            {translate(post.designation)} <span className="mono">{marking(post)}</span>
          </dd>
          <dt>{t('search.unit')}</dt>
          <dd>{translate(post.unit)}</dd>
          {kind === 'post' && listed && (
            <>
              <dt>{t('search.holder')}</dt>
              <dd>{listed.holder ? translate(listed.holder) : t('page.vacant')}</dd>
            </>
          )}
          {superior && (
            <>
              <dt>{t('search.superior')}</dt>
              <dd>
                {translate(superior.designation)} <span className="mono">{marking(superior)}</span>
              </dd>
            </>
          )}
        </dl>
      )}
      {keepsPosts && post && (
        <p>
          <Link to="/people" search={{ find: post.marking }}>
            {t('search.toPosts')}
          </Link>
        </p>
      )}
    </>
  );
}

/** The same over the page, where there is no room beside the list. */
export function PostDialog({ of, onClose }: { of: OfOffice; onClose: () => void }) {
  const { t } = useTranslations('search');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`search.kind.${of.kind}`)}
      closeButtonProps={{ 'aria-label': t('page.close') }}
    >
      <PostFacts of={of} />
    </Modal>
  );
}
