import type { FileRow, Named } from '@patravali/contract';
import { DESK, FILE } from '../../api/affected';
import { useCommand } from '../../api/use-command';
import { type Rows, useList } from '../../api/use-list';

const CHANGED = [...DESK, ...FILE] as const;
const OFFERED = 20;

/** The files that may come together with one: those of this desk, or all that fit the words. */
export function useOtherFiles(words: string): Rows<Named<FileRow>> {
  const mine = useList('listInbox', { query: {} }, { enabled: words === '', limit: OFFERED });
  const found = useList('findFiles', { query: { q: words } }, { enabled: words !== '', limit: OFFERED });
  return words === '' ? mine : found;
}

export const useLinkFile = () => useCommand('linkFile', CHANGED);
export const useUnlinkFile = () => useCommand('unlinkFile', CHANGED);
export const useAttachFile = () => useCommand('attachFile', CHANGED);
export const useDetachFile = () => useCommand('detachFile', CHANGED);
export const useOpenPart = () => useCommand('openPart', CHANGED);
export const useOpenVolume = () => useCommand('openVolume', CHANGED);
export const useIncorporatePart = () => useCommand('incorporatePart', CHANGED);
