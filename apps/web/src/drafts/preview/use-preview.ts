import type { DraftContent } from '@patravali/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';

export interface Preview {
  bytes: Blob | null;
  isSetting: boolean;
  error: unknown;
  /** Typesets again now. */
  refresh: () => void;
}

const QUIET_MS = 100;
/** Whatever sets pages has gone to rest after a minute: the first key after that wakes it, so that it is there when the keys rest. */
const AT_REST_MS = 50_000;

/** The letter as it will be printed, typeset anew whenever the keys rest for a moment; an approved draft as it was approved. */
export function usePreview(fileId: string, content: DraftContent | null, draftId?: string): Preview {
  const [bytes, setBytes] = useState<Blob | null>(null);
  const [isSetting, setIsSetting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  const lastAsked = useRef(-AT_REST_MS);
  const text = JSON.stringify(content);

  const refresh = useCallback(() => {
    running.current?.abort();
    const wanted = JSON.parse(text) as DraftContent | null;
    if (!wanted) return;
    const controller = new AbortController();
    running.current = controller;
    lastAsked.current = performance.now();
    setIsSetting(true);
    call('previewDraft', { params: { fileId }, body: { content: wanted, draftId } }, { signal: controller.signal })
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
  }, [fileId, draftId, text]);

  useEffect(() => {
    const wakes = performance.now() - lastAsked.current >= AT_REST_MS;
    const timer = setTimeout(refresh, wakes ? 0 : QUIET_MS);
    return () => clearTimeout(timer);
  }, [refresh]);
  return { bytes, isSetting, error, refresh };
}
