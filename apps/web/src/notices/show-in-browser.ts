import type { Named, Notice } from '@patravali/contract';
import { call } from '../api/call';
import { translationsNow } from '../language/use-translations';

const LOOKED_AT = 10;

let since = new Date().toISOString();

/**
 * Shows what has come, outside the page, while nobody sees the page: what the person asked to be shown so, and of what is
 * above normal neither number nor subject nor from whom, since a screen shows it to whoever passes.
 */
export async function showInBrowser(): Promise<void> {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  const { items } = await call('listNotices', { query: { limit: LOOKED_AT } });
  const fresh = items.filter(({ at, read, browser }) => at > since && browser && !read);
  since = items[0]?.at ?? since;
  const { t, marking, diaryNumber } = translationsNow('notices');
  const numberOf = ({ thing }: Named<Notice>) =>
    diaryNumber({ diaryNumber: thing.number, diaryNumberHi: thing.numberHi });
  for (const notice of fresh) {
    const asked = notice.action && t(`action.${notice.action}`);
    new Notification(t(`kind.${notice.kind}`), {
      body: bodyOf(notice, [numberOf(notice), notice.thing.subject, marking(notice.from), asked]),
      tag: notice.id,
    });
  }
}

const bodyOf = ({ thing }: Named<Notice>, told: readonly (string | null)[]): string =>
  thing.grading === 'normal' ? told.filter(Boolean).join(' · ') : '';
