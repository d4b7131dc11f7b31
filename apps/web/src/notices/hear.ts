import type { Hint } from '@patravali/contract';
import type { QueryClient } from '@tanstack/react-query';
import { listenToOffice } from '../api/live-line';
import { markStale } from '../api/mark-stale';
import { showInBrowser } from './show-in-browser';

/** Listens until it is stopped: what has changed is asked for again, and a notice is shown to whoever does not see the page. */
export function hear(client: QueryClient): () => void {
  return listenToOffice((hint: Hint) => {
    markStale(client, hint);
    if (hint.notices) void showInBrowser().catch(() => undefined);
  });
}
