import type { Named, Notice } from '@patravali/contract';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCommand } from '../api/use-command';
import { actingPostId, setActingPost } from '../api/session/acting-post';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { Post } from '../organisation/Post';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { Time } from '../ui/Time';
import { useRefusal } from '../ui/notices/use-refusal';
import { useOwnNotices } from './api';
import classes from './notices.module.css';

/** What the person was told of, the latest first; pressed, it opens from the post that it came to. */
export function NoticesPage() {
  const { t } = useTranslations('notices');
  useTitle(t('notice.bell'));
  const navigate = useNavigate();
  const refused = useRefusal();
  const { items, isPending, error, hasMore, isFetchingNextPage, loadMore } = useOwnNotices();
  const markRead = useCommand('markNoticesRead');
  if (error) return <PageError error={error} />;
  if (isPending) return <Waiting />;
  const open = ({ id, kind, postId, thing }: Named<Notice>) => {
    markRead.mutate({ body: { ids: [id] } });
    if (actingPostId() !== postId) setActingPost(postId);
    if (kind === 'discussion') void navigate({ to: '/desk/discussions', search: {} });
    else if (kind === 'to_sign') void navigate({ to: '/desk/$box', params: { box: 'to-sign' }, search: {} });
    else if (kind === 'consultation_asked') void navigate({ to: '/desk/questions' });
    else if (thing.kind === 'key') void navigate({ to: '/signing-keys' });
    else if (thing.kind === 'file') void navigate({ to: '/files/$fileId', params: { fileId: thing.id } });
    else void navigate({ to: '/receipts/$receiptId', params: { receiptId: thing.id } });
  };
  return (
    <main className={rows.place}>
      <div className={classes.head}>
        <h1>{t('notice.bell')}</h1>
        <Link to="/notices/settings">{t('settings')}</Link>
        <Button
          size="compact-sm"
          variant="default"
          disabled={items.every(({ read }) => read)}
          onClick={() => markRead.mutate({ body: {} }, { onError: refused })}
        >
          {t('markAll')}
        </Button>
      </div>
      {items.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className={classes.list}>
          {items.map((notice) => (
            <li key={notice.id}>
              <NoticeRow notice={notice} onOpen={() => open(notice)} />
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button variant="default" loading={isFetchingNextPage} onClick={loadMore}>
          {t('page.more')}
        </Button>
      )}
    </main>
  );
}

/** What it is about, from whom it came and what is asked; of what was pulled back, that it was. */
function NoticeRow({ notice, onOpen }: { notice: Named<Notice>; onOpen: () => void }) {
  const { t, marking, diaryNumber } = useTranslations('notices');
  const { session, post } = useActing();
  const { kind, postId, thing, from, action, at, read, takenBack } = notice;
  const other = postId === post.id ? undefined : session.posts.find(({ id }) => id === postId);
  return (
    <button type="button" className={classes.row} data-unread={!read || undefined} onClick={onOpen}>
      <span className={classes.what}>{t(`kind.${kind}`)}</span>
      {!read && <span className="visually-hidden"> {t('desk.unread')}</span>}
      {takenBack && <span className={classes.takenBack}>{t('takenBack')}</span>}
      <br />
      <span className="mono">{diaryNumber({ diaryNumber: thing.number, diaryNumberHi: thing.numberHi })}</span>{' '}
      {thing.subject}
      <br />
      <span className="soft small">
        {from && (
          <>
            <span className="visually-hidden">{t('from')} </span>
            <Post post={from} /> ·{' '}
          </>
        )}
        {action && <>{t(`action.${action}`)} · </>}
        <Time at={at} />
        {other && <> · {t('forPost', { post: marking(other) })}</>}
      </span>
    </button>
  );
}
