import type { FileView, Named } from '@patravali/contract';
import { useEffect, useRef } from 'react';
import { useCommand } from '../../api/use-command';

/** Whoever follows a file and arrives at it has seen how far it has come. */
export function useSeen(file: Named<FileView> | undefined): void {
  const { mutate } = useCommand('followFile');
  const asked = useRef<string | null>(null);
  const wanted =
    file?.following?.moved && file.allowedMoves.includes('follow') ? `${file.id}/${file.counts.movements}` : null;
  const fileId = file?.id ?? '';
  useEffect(() => {
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    mutate({ params: { fileId } });
  }, [wanted, fileId, mutate]);
}
