import { useSyncExternalStore } from 'react';

/** Kept in the browser, so that whoever leaves and comes back is told when a PDF is ready. */
const STORED = 'patravali.pdfsUnderWay';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether something is being made for the person, as far as this browser knows: only then is it asked about. */
export const usePdfsUnderWay = (): boolean =>
  useSyncExternalStore(subscribe, () => localStorage.getItem(STORED) !== null);

export function notePdfsUnderWay(are: boolean): void {
  if (are) localStorage.setItem(STORED, 'yes');
  else localStorage.removeItem(STORED);
  for (const listener of listeners) listener();
}
