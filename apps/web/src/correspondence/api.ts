import type { CorrespondenceView, FileRow, Named } from '@patravali/contract';
import { type Rows, useList, WHOLE } from '../api/lists/use-list';

export const useCorrespondence = (fileId: string) => useList('listCorrespondence', { params: { fileId } }, WHOLE);

const OFFERED = 20;

/** The files that a letter may be put in: those of this desk, or those on any desk that fit the words. */
export function useFilesToPutIn(words: string): Rows<Named<FileRow>> {
  const mine = useList('listInbox', { query: {} }, { enabled: words === '', limit: OFFERED });
  const found = useList(
    'findFiles',
    { query: { q: words, state: 'on_desk' } },
    { enabled: words !== '', limit: OFFERED },
  );
  return words === '' ? mine : found;
}
/** The letters of a file that a letter may be put in, once it is chosen: which flags they bear. */
export function useLettersOf(fileId: string | undefined): readonly Named<CorrespondenceView>[] {
  const params = { fileId: fileId ?? '' };
  return useList('listCorrespondence', { params }, { ...WHOLE, enabled: fileId !== undefined }).items;
}
