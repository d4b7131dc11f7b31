import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** What a person has switched on, kept in this browser; whatever part of the page asks is told of a change. */
export function useKeptSwitch(name: string): [on: boolean, setOn: (on: boolean) => void] {
  const stored = `patravali.${name}`;
  const on = useSyncExternalStore(listen, () => localStorage.getItem(stored) !== null);
  const setOn = useCallback(
    (next: boolean) => {
      if (next) localStorage.setItem(stored, 'on');
      else localStorage.removeItem(stored);
      for (const tell of listeners) tell();
    },
    [stored],
  );
  return [on, setOn];
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
