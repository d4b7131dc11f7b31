import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** Whether a person has put the first steps away, in this browser; the card and the menu that brings it back both ask. */
export function usePutAway(username: string): [away: boolean, setAway: (away: boolean) => void] {
  const stored = `patravali.firstSteps.${username}`;
  const away = useSyncExternalStore(listen, () => localStorage.getItem(stored) === 'away');
  const setAway = useCallback(
    (next: boolean) => {
      if (next) localStorage.setItem(stored, 'away');
      else localStorage.removeItem(stored);
      for (const tell of listeners) tell();
    },
    [stored],
  );
  return [away, setAway];
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
