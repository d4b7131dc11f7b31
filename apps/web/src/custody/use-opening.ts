import type { FileView, Named } from '@patravali/contract';
import { useEffect, useRef } from 'react';
import { useCommand } from '../api/use-command';
import { useRefusal } from '../ui/notices/use-refusal';
import { useRememberVersion } from './use-remember-version';

/** The openings that are under way, by file. */
const underWay = new Map<string, Promise<unknown>>();

/** Waits until the file counts as opened: that gives it a new version, and who sends at once would name the one before. */
export const opened = async (fileId: string): Promise<void> => {
  await underWay.get(fileId);
};

/**
 * Opens the file once when its holder arrives at it: from then on the sender can no longer pull it back. Reading it in
 * a list or a preview never opens it.
 */
export function useOpening(file: Named<FileView> | undefined): void {
  const { mutateAsync } = useCommand('openFile');
  const refuse = useRefusal();
  const remember = useRememberVersion();
  const asked = useRef<string | null>(null);
  const wanted = file?.allowedMoves.includes('open') ? file.id : null;
  useEffect(() => {
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    const opening = mutateAsync({ params: { fileId: wanted } })
      .then(remember, refuse)
      .finally(() => underWay.delete(wanted));
    underWay.set(wanted, opening);
  });
}
