import { useEffect, useSyncExternalStore } from 'react';

/** Something that can be done with what the page shows. */
export interface Act {
  id: string;
  label: string;
  /** The key that does it. */
  keys: string;
  /** Why it is not possible now; it is named all the same. */
  whyNot?: string | undefined;
  run: () => void;
}

export interface ActGroup {
  label: string;
  acts: readonly Act[];
}

const NONE: readonly ActGroup[] = [];
let offered = NONE;
const listeners = new Set<() => void>();

function offer(groups: readonly ActGroup[]): void {
  offered = groups;
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** While the page is there, the command palette offers its acts beside the ways through the office. */
export function useOfferedActs(groups: readonly ActGroup[]): void {
  useEffect(() => {
    offer(groups);
    return () => {
      if (offered === groups) offer(NONE);
    };
  }, [groups]);
}

/** What can be done with what the page shows. */
export function useActsOnPage(): readonly ActGroup[] {
  return useSyncExternalStore(subscribe, () => offered);
}
