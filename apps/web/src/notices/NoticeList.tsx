import type { Notice } from '@patravali/contract';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { actingPostId, setActingPost } from '../api/acting-post';
import { useActing } from '../identity/use-session';
import { useTranslations } from '../language/use-translations';
import { Time } from '../ui/Time';
import { useRefusal, useSentence } from '../ui/use-refusal';
import { useMarkNoticesRead, useOwnNotices } from './api';
import classes from './Bell.module.css';

/** What the person was told of, the latest first; pressed, it opens from the post that it came to. */
export function NoticeList({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const sentence = useSentence();
  const refused = useRefusal();
  const rows = useOwnNotices();
  const markRead = useMarkNoticesRead();
  const open = ({ id, kind, postId, thing }: Notice) => {
    markRead.mutate({ body: { ids: [id] } });
    if (actingPostId() !== postId) setActingPost(postId);
    onLeave();
    if (kind === 'discussion') void navigate({ to: '/desk/discussions', search: {} });
    else if (thing.kind === 'file') void navigate({ to: '/files/$fileId', params: { fileId: thing.id } });
    else void navigate({ to: '/receipts/$receiptId', params: { receiptId: thing.id } });
  };
  return (
    <section aria-label={t('notice.title')}>
      <div className={classes.head}>
        <strong>{t('notice.title')}</strong>
        <Button size="compact-xs" variant="subtle" onClick={() => markRead.mutate({ body: {} }, { onError: refused })}>
          {t('notice.markAll')}
        </Button>
      </div>
      {rows.error && (
        <p role="alert" className={classes.foot}>
          {sentence(rows.error)}
        </p>
      )}
      {!rows.isPending && !rows.error && rows.items.length === 0 && <p className={classes.foot}>{t('notice.none')}</p>}
      <ul className={classes.list}>
        {rows.items.map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} onOpen={() => open(notice)} />
          </li>
        ))}
        {rows.hasMore && (
          <li className={classes.foot}>
            <Button size="compact-sm" variant="default" loading={rows.isFetchingNextPage} onClick={rows.loadMore}>
              {t('page.more')}
            </Button>
          </li>
        )}
      </ul>
      <p className={`${classes.foot ?? ''} small`}>
        <Link to="/notices" onClick={onLeave}>
          {t('notice.settings')}
        </Link>
      </p>
    </section>
  );
}

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslations();
  const { session, post } = useActing();
  const { kind, postId, thing, at, read } = notice;
  const other = postId === post.id ? undefined : session.posts.find(({ id }) => id === postId);
  return (
    <button type="button" className={classes.row} data-unread={!read || undefined} onClick={onOpen}>
      <span className={classes.what}>{t(`notice.kind.${kind}`)}</span>
      {!read && <span className="visually-hidden"> {t('desk.unread')}</span>}
      <br />
      <span className="mono">{thing.number}</span> {thing.subject}
      <br />
      <span className="soft small">
        {other && <span className="mono">{other.marking} · </span>}
        <Time at={at} />
      </span>
    </button>
  );
}
