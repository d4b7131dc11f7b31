import type { DocumentView } from '@patravali/contract';
import { useEffect, useRef, useState } from 'react';
import { actingPostId } from '../api/session/acting-post';
import { uploadDocument } from '../api/upload';
import { finishFirst } from '../parts/load-anew';
import { KeptValues } from '../ui/forms/kept-values';

/** A scan on its way into the store. */
export type Upload =
  | { state: 'none' }
  | { state: 'sending'; file: File; share: number }
  /** Without the file when the page was loaded anew since: the store has it. */
  | { state: 'stored'; file: File | null; document: DocumentView }
  | { state: 'failed'; file: File; error: unknown };

export interface Uploading {
  upload: Upload;
  start: (file: File) => void;
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
    return document ? { state: 'stored', file: null, document } : { state: 'none' };
  });
  const running = useRef<AbortController | null>(null);
  const clear = () => {
    running.current?.abort();
    running.current = null;
    kept.drop();
    setUpload({ state: 'none' });
  };
  useEffect(() => () => running.current?.abort(), []);
  const start = (file: File) => {
    clear();
    const controller = new AbortController();
    running.current = controller;
    setUpload({ state: 'sending', file, share: 0 });
    const still = () => running.current === controller;
    const onProgress = (share: number) => still() && setUpload({ state: 'sending', file, share });
    finishFirst(uploadDocument(file, onProgress, controller.signal, toDiarise)).then(
      (document) => {
        if (!still()) return;
        kept.keep({ document });
        setUpload({ state: 'stored', file, document });
      },
      (error: unknown) => still() && setUpload({ state: 'failed', file, error }),
    );
  };
  return { upload, start, clear };
}
