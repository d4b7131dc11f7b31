import type { DocumentView } from '@patravali/contract';
import { useEffect, useRef, useState } from 'react';
import { uploadDocument } from '../api/upload';

/** A scan on its way into the store. */
export type Upload =
  | { state: 'none' }
  | { state: 'sending'; file: File; share: number }
  | { state: 'stored'; file: File; document: DocumentView }
  | { state: 'failed'; file: File; error: unknown };

export interface Uploading {
  upload: Upload;
  start: (file: File) => void;
  /** Stops what is being sent, or lays the scan aside. */
  clear: () => void;
}

/** Stores a scan as soon as it is dropped, so that it is there when the fields are filled in. */
export function useUpload(): Uploading {
  const [upload, setUpload] = useState<Upload>({ state: 'none' });
  const running = useRef<AbortController | null>(null);
  const clear = () => {
    running.current?.abort();
    running.current = null;
    setUpload({ state: 'none' });
  };
  useEffect(() => () => running.current?.abort(), []);
  const start = (file: File) => {
    clear();
    const controller = new AbortController();
    running.current = controller;
    setUpload({ state: 'sending', file, share: 0 });
    const still = () => running.current === controller;
    uploadDocument(file, (share) => still() && setUpload({ state: 'sending', file, share }), controller.signal).then(
      (document) => still() && setUpload({ state: 'stored', file, document }),
      (error: unknown) => still() && setUpload({ state: 'failed', file, error }),
    );
  };
  return { upload, start, clear };
}
