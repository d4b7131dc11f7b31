import { type HeldPost, type Hint, prepares } from '@patravali/contract';
import type { Changes } from './committed-changes';

/** Somebody who listens, from every post held today. */
export interface Listener {
  readonly organisationId: string;
  readonly userId: string;
  readonly posts: readonly Pick<HeldPost, 'id' | 'capacity'>[];
}

/** Nobody knows what was missed. */
export const ANYTHING: Hint = { all: true, desks: [], files: [], receipts: [], notices: true };

/**
 * What this listener is told of the changes; null where there is nothing to tell. Of what no post of his may read he learns
 * nothing, not even that it is there, and his own acts are known where he did them.
 */
export function hintFor(listener: Listener, { changes, noticed }: Pick<Changes, 'changes' | 'noticed'>): Hint | null {
  const desks = new Set<string>();
  let notices = noticed.includes(listener.userId);
  const things = { file: new Set<string>(), receipt: new Set<string>() };
  for (const change of changes) {
    if (change.organisationId !== listener.organisationId || change.userId === listener.userId) continue;
    const posts = listener.posts.filter(({ capacity }) => !prepares(capacity) || change.normal);
    const own = posts.filter(({ id }) => change.desks.includes(id));
    for (const { id } of own) desks.add(id);
    if (change.tookBack && own.length > 0) notices = true;
    const { subjectKind: kind, subjectId } = change;
    const reads = posts.some(({ id }) => change.readers.includes(id));
    if (reads && (kind === 'file' || kind === 'receipt')) things[kind].add(subjectId);
  }
  const hint = {
    all: false,
    desks: [...desks],
    files: [...things.file],
    receipts: [...things.receipt],
    notices,
  };
  return notices || desks.size + things.file.size + things.receipt.size > 0 ? hint : null;
}
