import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useDesk } from '../../desk/api';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { lazyImport } from '../../parts/lazy-import';
import { useLater } from '../../parts/use-later';
import { announce } from '../../ui/notices/announcements';
import { setUnread } from '../../ui/page/use-title';

/** It comes when the page is there. */
const hearing = lazyImport(() => import('../../notices/hear'));

/** Wherever the person is: what arrives shows itself, is counted in the title of the tab, and is said to who cannot see it. */
export function Live() {
  const { t } = useTranslations();
  const client = useQueryClient();
  const { session, post } = useActing();
  const later = useLater();
  useEffect(() => {
    if (!later) return;
    let stop: (() => void) | undefined;
    let gone = false;
    hearing()
      .then(({ hear }) => {
        if (!gone) stop = hear(client);
      })
      // Without it the lists ask again every minute.
      .catch(() => undefined);
    return () => {
      gone = true;
      stop?.();
    };
  }, [later, client, session.user.id]);

  const { data: desk, isPlaceholderData: ofAnother } = useDesk();
  const unread = desk && !ofAnother ? desk.unread + desk.unreadReceipts : undefined;
  const before = useRef<{ post: string; unread: number }>(undefined);
  useEffect(() => {
    if (unread === undefined) return;
    setUnread(unread);
    const known = before.current;
    if (known?.post === post.id && unread > known.unread) announce(t('desk.arrived', { count: unread - known.unread }));
    before.current = { post: post.id, unread };
  }, [unread, post.id, t]);
  useEffect(() => () => setUnread(0), []);
  return null;
}
