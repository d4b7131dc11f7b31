import { useSyncExternalStore } from 'react';

type Answer = (signedIn: boolean) => void;

let waiting: readonly Answer[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Answer[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Asks the person to sign in over the page as it stands. False when they would rather leave. */
export function signInAgain(): Promise<boolean> {
  return new Promise((resolve) => set([...waiting, resolve]));
}

/** Lets everything go on that waited for the sign-in. */
export function answerSignInAgain(signedIn: boolean): void {
  const answers = waiting;
  set([]);
  for (const answer of answers) answer(signedIn);
}

export function useSignInAgainWanted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting.length > 0,
  );
}
