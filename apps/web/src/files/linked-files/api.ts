import type { FileRow, Named } from '@patravali/contract';
import { type Rows, useList } from '../../api/lists/use-list';

const OFFERED = 20;

/** The files that may come together with one: those of this desk, or all that fit the words. */
export function useOtherFiles(words: string): Rows<Named<FileRow>> {
  const mine = useList('listInbox', { query: {} }, { enabled: words === '', limit: OFFERED });
  const found = useList('findFiles', { query: { q: words } }, { enabled: words !== '', limit: OFFERED });
  return words === '' ? mine : found;
}
