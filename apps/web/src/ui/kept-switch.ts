import { useCallback, useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** What a person has switched on, kept in this browser; whatever part of the page asks is told of a change. */
export function useKeptSwitch(name: string): [on: boolean, setOn: (on: boolean) => void] {
  const [kept, keep] = useKept(name);
  const setOn = useCallback((on: boolean) => keep(on ? 'on' : null), [keep]);
  return [kept !== null, setOn];
}

/** Names that are kept in this browser, each once. */
export function useKeptNames(name: string): [names: readonly string[], add: (one: string) => void] {
  const [kept, keep] = useKept(name);
  const names = useMemo(() => kept?.split(' ') ?? [], [kept]);
  const add = (one: string) => {
    if (!names.includes(one)) keep([...names, one].join(' '));
  };
  return [names, add];
}

function useKept(name: string): [kept: string | null, keep: (text: string | null) => void] {
  const stored = `patravali.${name}`;
  const kept = useSyncExternalStore(listen, () => localStorage.getItem(stored));
  const keep = useCallback(
    (text: string | null) => {
      if (text === null) localStorage.removeItem(stored);
      else localStorage.setItem(stored, text);
      for (const tell of listeners) tell();
    },
    [stored],
  );
  return [kept, keep];
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
