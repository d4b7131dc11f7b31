import { useSyncExternalStore } from 'react';

const STORED = 'patravali.actingPost';
const listeners = new Set<() => void>();

/** The post that this tab acts from. Each tab keeps its own: two tabs never act from each other's post. */
export function actingPostId(): string | null {
  return sessionStorage.getItem(STORED);
}

export function setActingPost(postId: string | null): void {
  if (postId === null) sessionStorage.removeItem(STORED);
  else sessionStorage.setItem(STORED, postId);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useActingPostId = () => useSyncExternalStore(subscribe, actingPostId);
