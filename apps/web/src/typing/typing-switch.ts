import { useSyncExternalStore } from 'react';

/** Whose choice is kept in this browser, and whether Latin letters become Hindi. */
let person = '';
let on = false;
const listeners = new Set<() => void>();

const storedAt = (id: string) => `patravali.typing.${id}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  for (const listener of listeners) listener();
}

/** The signed-in person's own choice, as this browser remembers it. */
export function takeTypingOf(id: string): void {
  if (person === id) return;
  person = id;
  on = localStorage.getItem(storedAt(id)) === 'on';
  changed();
}

export function switchTyping(next: boolean): void {
  on = next;
  localStorage.setItem(storedAt(person), next ? 'on' : 'off');
  changed();
}

export const isTypingHindi = (): boolean => on;
export const useTypingHindi = () => useSyncExternalStore(subscribe, isTypingHindi);
