import type { DocumentView } from '@patravali/contract';
import { useEffect, useRef, useState } from 'react';
import { actingPostId } from '../api/session/acting-post';
import { uploadDocument } from '../api/upload';
import { finishFirst } from '../parts/load-anew';
import { KeptValues } from '../ui/forms/kept-values';

/** As what a letter is taken. */
export const SCANS = 'application/pdf,.pdf,image/jpeg,image/png';

/** A scan on its way into the store. */
export type Upload =
  | { state: 'none' }
  | { state: 'sending'; files: readonly File[]; share: number }
  /** Without a file when the page was loaded anew since: the store has it. */
  | { state: 'stored'; files: readonly File[]; document: DocumentView }
  | { state: 'failed'; files: readonly File[]; error: unknown };

export interface Uploading {
  upload: Upload;
  /** One PDF, or pictures of the pages in their order. */
  start: (files: readonly File[]) => void;
  /** Stops what is being sent, or lays the scan aside. */
  clear: () => void;
}

interface Stored {
  document: DocumentView | null;
}

/**
 * Stores a scan as soon as it is dropped, so that it is there when the fields are filled in.
 * @param toDiarise what it says is read at once
 * @param name under which this tab keeps which scan has been stored, until it is cleared
 */
export function useUpload(name: string, toDiarise = false): Uploading {
  const [kept] = useState(() => new KeptValues<Stored>(`${name}.${actingPostId() ?? ''}`));
  const [upload, setUpload] = useState<Upload>(() => {
    const { document } = kept.over({ document: null });
    return document ? { state: 'stored', files: [], document } : { state: 'none' };
  });
  const running = useRef<AbortController | null>(null);
  const clear = () => {
    running.current?.abort();
    running.current = null;
    kept.drop();
    setUpload({ state: 'none' });
  };
  useEffect(() => () => running.current?.abort(), []);
  const start = (files: readonly File[]) => {
    clear();
    const controller = new AbortController();
    running.current = controller;
    setUpload({ state: 'sending', files, share: 0 });
    const still = () => running.current === controller;
    const onProgress = (share: number) => still() && setUpload({ state: 'sending', files, share });
    finishFirst(uploadDocument(files, onProgress, controller.signal, toDiarise)).then(
      (document) => {
        if (!still()) return;
        kept.keep({ document });
        setUpload({ state: 'stored', files, document });
      },
      (error: unknown) => still() && setUpload({ state: 'failed', files, error }),
    );
  };
  return { upload, start, clear };
}
