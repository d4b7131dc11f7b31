import type { Notice } from '@patravali/contract';
import { call } from '../api/call';
import { translationsNow } from '../language/use-translations';

const LOOKED_AT = 10;

let since = new Date().toISOString();

/**
 * Shows what has come, outside the page, while nobody sees the page: what the person asked to be shown so, and of what is
 * above normal neither number nor subject, since a screen shows it to whoever passes.
 */
export async function showInBrowser(): Promise<void> {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  const { items } = await call('listNotices', { query: { limit: LOOKED_AT } });
  const fresh = items.filter(({ at, read, browser }) => at > since && browser && !read);
  since = items[0]?.at ?? since;
  const { t } = translationsNow('notices');
  for (const notice of fresh) new Notification(t(`kind.${notice.kind}`), { body: bodyOf(notice), tag: notice.id });
}

const bodyOf = ({ thing }: Notice): string =>
  thing.grading === 'normal' ? [thing.number, thing.subject].filter(Boolean).join(' · ') : '';
