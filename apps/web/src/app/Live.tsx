import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { listenToOffice } from '../api/live-line';
import { markStale } from '../api/mark-stale';
import { useDesk } from '../desk/api';
import { useActing } from '../identity/use-session';
import { useTranslations } from '../language/use-translations';
import { announce } from '../ui/announcements';
import { setUnread } from '../ui/page/use-title';

/** Wherever the person is: what arrives shows itself, is counted in the title of the tab, and is said to who cannot see it. */
export function Live() {
  const { t } = useTranslations();
  const client = useQueryClient();
  const { session, post } = useActing();
  useEffect(() => listenToOffice((hint) => markStale(client, hint)), [client, session.user.id]);

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
