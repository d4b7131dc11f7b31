import type { FileRow, Named } from '@patravali/contract';
import { DESK, FILE, RECEIPT } from '../api/affected';
import { useCommand } from '../api/use-command';
import { type Rows, useList, WHOLE } from '../api/use-list';

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

export const useFlagCorrespondence = () => useCommand('flagCorrespondence', ['listCorrespondence', 'getFileHistory']);
export const usePutReceiptInFile = () => useCommand('putReceiptInFile', [...DESK, ...RECEIPT, ...FILE]);
