import type { DraftContent } from '@patravali/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../api/call';

export interface Preview {
  bytes: Blob | null;
  isSetting: boolean;
  error: unknown;
  /** Typesets again now. */
  refresh: () => void;
}

const QUIET_MS = 1_500;

/** The letter as it will be printed, typeset anew when the keys have rested. */
export function usePreview(fileId: string, content: DraftContent | null): Preview {
  const [bytes, setBytes] = useState<Blob | null>(null);
  const [isSetting, setIsSetting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  const text = JSON.stringify(content);

  const refresh = useCallback(() => {
    running.current?.abort();
    const wanted = JSON.parse(text) as DraftContent | null;
    if (!wanted) return;
    const controller = new AbortController();
    running.current = controller;
    setIsSetting(true);
    call('previewDraft', { params: { fileId }, body: { content: wanted } }, { signal: controller.signal })
      .then(
        (set) => {
          setBytes(set);
          setError(null);
        },
        (failure: unknown) => {
          if (!controller.signal.aborted) setError(failure);
        },
      )
      .finally(() => {
        if (running.current === controller) setIsSetting(false);
      });
  }, [fileId, text]);

  const first = useRef(true);
  useEffect(() => {
    const timer = setTimeout(refresh, first.current ? 0 : QUIET_MS);
    first.current = false;
    return () => clearTimeout(timer);
  }, [refresh]);
  return { bytes, isSetting, error, refresh };
}
