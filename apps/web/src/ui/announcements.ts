import { useSyncExternalStore } from 'react';

/** What the page has to say: a refusal stays until it is closed, a success goes by itself. */
export interface Notice {
  id: number;
  kind: 'refusal' | 'success';
  text: string;
}

let notices: readonly Notice[] = [];
let spoken = '';
let lastId = 0;
const listeners = new Set<() => void>();
const SUCCESS_STAYS_MS = 6_000;

function changed(): void {
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(kind: Notice['kind'], text: string): void {
  const notice = { id: ++lastId, kind, text };
  notices = [...notices.filter((other) => other.text !== text), notice].slice(-3);
  changed();
  if (kind === 'success') setTimeout(() => dismiss(notice.id), SUCCESS_STAYS_MS);
}

export function dismiss(id: number): void {
  notices = notices.filter((notice) => notice.id !== id);
  changed();
}

export const showRefusal = (text: string) => show('refusal', text);
export const showSuccess = (text: string) => show('success', text);

/** Tells screen readers something without showing it. */
export function announce(text: string): void {
  spoken = text;
  changed();
}

export const useNotices = () => useSyncExternalStore(subscribe, () => notices);
export const useSpoken = () => useSyncExternalStore(subscribe, () => spoken);
