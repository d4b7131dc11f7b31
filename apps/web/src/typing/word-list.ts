import { useSyncExternalStore } from 'react';
import type { ScreenPosition } from './text-field';

/** What the Latin word that is being typed may mean, as shown beside it. */
export interface WordList {
  /** Up to five in Devanagari, and the Latin word last. */
  choices: readonly string[];
  chosen: number;
  place: ScreenPosition;
  /** Arrows and Enter are of the lines below the field. */
  besideLines: boolean;
  choose: (index: number) => void;
}

let list: WordList | null = null;
const listeners = new Set<() => void>();

export function showWords(next: WordList | null): void {
  if (list === next) return;
  list = next;
  for (const listener of listeners) listener();
}

export const shownWords = (): WordList | null => list;

export const useWordList = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, shownWords);
