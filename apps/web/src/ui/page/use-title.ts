import { useEffect, useSyncExternalStore } from 'react';
import { useTranslations } from '../../language/use-translations';

/** Above this, a count is "more than". */
const COUNTED_TO = 999;

let unread = 0;
const listeners = new Set<() => void>();

/** How much waits unread on the desk: it stands before the title, so that a tab in the background tells it. */
export function setUnread(count: number): void {
  unread = count;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The title of the page, as the browser's tab shows it and a screen reader says it first. */
export function useTitle(title: string): void {
  const { t, number } = useTranslations();
  const count = useSyncExternalStore(subscribe, () => unread);
  const name = t('page.name');
  const told = count === 0 ? '' : `(${count > COUNTED_TO ? t('desk.moreThan') : number(count)}) `;
  useEffect(() => {
    document.title = told + (title === name ? name : `${title} · ${name}`);
  }, [told, title, name]);
}
