import { useSyncExternalStore } from 'react';

/** What the page has to say: a refusal stays until it is closed, or is no longer true; a success goes by itself. */
export interface Notice {
  id: number;
  kind: 'refusal' | 'success';
  text: string;
  /** The next success shows that it is no longer so. */
  untilSuccess?: boolean;
  /** Takes back what the notice tells of. */
  undo?: () => void;
  /** What is said to whoever wants that too late, where it is not said of a file. */
  tooLate?: string;
}

/** What comes next in the list from which something was done, once that is done. */
export interface Next {
  label: string;
  open: () => void;
}

let notices: readonly Notice[] = [];
let spoken = '';
let lastId = 0;
/** What could be undone last, once the time for it is over. */
let undoIsOver: Notice | null = null;
let next: Next | null = null;
const listeners = new Set<() => void>();
const SUCCESS_STAYS_MS = 6_000;
const UNDO_STAYS_MS = 60_000;

function changed(): void {
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @returns the notice, for whoever takes it away again. */
function show(notice: Omit<Notice, 'id'>): number {
  const shown = { ...notice, id: ++lastId };
  const isOver = (other: Notice) =>
    other.text === notice.text || (notice.kind === 'success' && other.untilSuccess === true);
  notices = [...notices.filter((other) => !isOver(other)), shown].slice(-3);
  changed();
  if (notice.undo) setTimeout(() => endUndo(shown), UNDO_STAYS_MS);
  else if (notice.kind === 'success') setTimeout(() => dismiss(shown.id), SUCCESS_STAYS_MS);
  return shown.id;
}

export function dismiss(id: number): void {
  notices = notices.filter((notice) => notice.id !== id);
  changed();
}

function endUndo(notice: Notice): void {
  if (!notices.includes(notice)) return;
  undoIsOver = notice;
  dismiss(notice.id);
}

/** Another person or post begins: what was said to the one before, and could be undone by them, is gone. */
export function forgetNotices(): void {
  notices = [];
  undoIsOver = null;
  next = null;
  changed();
}

export const showRefusal = (text: string, untilSuccess = false) => show({ kind: 'refusal', text, untilSuccess });
export const showSuccess = (text: string) => show({ kind: 'success', text });

/** Says that something was done, and for a minute offers to take it back, or to go on with what comes next. */
export function showUndoable(
  text: string,
  undo: () => void,
  { tooLate, then = null }: { tooLate?: string; then?: Next | null } = {},
): void {
  undoIsOver = null;
  next = then;
  show({ kind: 'success', text, undo, ...(tooLate !== undefined && { tooLate }) });
}

/** To whoever has gone on, nothing is offered. */
export function forgetNext(): void {
  if (next === null) return;
  next = null;
  changed();
}

/** Tells screen readers something without showing it. */
export function announce(text: string): void {
  spoken = text;
  changed();
}

export const shownNotices = (): readonly Notice[] => notices;
export const useNotices = () => useSyncExternalStore(subscribe, shownNotices);
export const useSpoken = () => useSyncExternalStore(subscribe, () => spoken);
export const useNext = () => useSyncExternalStore(subscribe, () => next);
export const useUndoIsOver = () => useSyncExternalStore(subscribe, () => undoIsOver);
