import type { FileView, Named } from '@patravali/contract';
import { useEffect, useRef } from 'react';
import { useOpenFile } from './api';
import { useRefusal } from '../ui/use-refusal';
import { useRememberVersion } from './use-remember-version';

/**
 * Opens the file once when its holder arrives at it: from then on the sender can no longer pull it back. Reading it in
 * a list or a preview never opens it.
 */
export function useOpening(file: Named<FileView> | undefined): void {
  const { mutate } = useOpenFile();
  const refuse = useRefusal();
  const remember = useRememberVersion();
  const asked = useRef<string | null>(null);
  const wanted = file?.allowedMoves.includes('open') ? file.id : null;
  useEffect(() => {
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    mutate({ params: { fileId: wanted } }, { onError: refuse, onSuccess: remember });
  });
}
