import { useSyncExternalStore } from 'react';

/** What a person may choose: that Latin letters become Hindi, and that a full stop behind Hindi becomes a danda. */
type Choice = 'hindi' | 'danda';

/** Whose choices are kept in this browser, and those that are on. */
let person = '';
let chosen: ReadonlySet<Choice> = new Set();
const listeners = new Set<() => void>();

const storedAt = (choice: Choice) => `patravali.typing.${person}${choice === 'danda' ? '.danda' : ''}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  for (const listener of listeners) listener();
}

/** The signed-in person's own choices, as this browser remembers them. */
export function takeTypingOf(id: string): void {
  if (person === id) return;
  person = id;
  const kept = (['hindi', 'danda'] as const).filter((choice) => localStorage.getItem(storedAt(choice)) === 'on');
  chosen = new Set(kept);
  changed();
}

function choose(choice: Choice, on: boolean): void {
  const others = [...chosen].filter((other) => other !== choice);
  chosen = new Set(on ? [...others, choice] : others);
  localStorage.setItem(storedAt(choice), on ? 'on' : 'off');
  changed();
}

export const switchTyping = (on: boolean): void => choose('hindi', on);
export const isTypingHindi = (): boolean => chosen.has('hindi');
export const useTypingHindi = () => useSyncExternalStore(subscribe, isTypingHindi);

export const switchDanda = (on: boolean): void => choose('danda', on);
/** While Latin letters stay what they are, so does the full stop. */
export const isStopDanda = (): boolean => isTypingHindi() && chosen.has('danda');
export const useStopDanda = () => useSyncExternalStore(subscribe, isStopDanda);
