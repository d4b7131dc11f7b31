import { useState } from 'react';

/** State that a reload of this tab does not lose: what a person types before it is sent. */
export function useKeptState<T extends object>(
  name: string,
  initial: T,
): [T, (change: Partial<T>) => void, () => void] {
  const key = `patravali.kept.${name}`;
  const [value, setValue] = useState<T>(() => ({ ...initial, ...read(key) }));
  const change = (part: Partial<T>) =>
    setValue((before) => {
      const after = { ...before, ...part };
      sessionStorage.setItem(key, JSON.stringify(after));
      return after;
    });
  const clear = () => {
    sessionStorage.removeItem(key);
    setValue(initial);
  };
  return [value, change, clear];
}

function read(key: string): object {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
