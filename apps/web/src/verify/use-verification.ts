import { useCallback, useEffect, useRef, useState } from 'react';
import type { Verdict } from './bundle-messages';
import { VerifierThread } from './verifier-thread';

export interface GivenKeys {
  /** Those of the log, with spaces between them. */
  readonly key: string;
  /** One a line. */
  readonly witnesses: string;
}

export type Verification =
  | { readonly step: 'none' }
  | { readonly step: 'running'; readonly bundle: File; readonly share: number }
  | { readonly step: 'done'; readonly bundle: File; readonly verdict: Verdict }
  /** The verifier itself came to no end. */
  | { readonly step: 'stopped'; readonly bundle: File };

/** Verifies bundles, one at a time, in a thread that is there before the first one is chosen: then nothing more is fetched. */
export function useVerification() {
  const thread = useRef<VerifierThread | null>(null);
  const [verification, setVerification] = useState<Verification>({ step: 'none' });

  const startAnew = useCallback(() => {
    thread.current?.end();
    thread.current = new VerifierThread();
  }, []);
  useEffect(() => {
    startAnew();
    return () => thread.current?.end();
  }, [startAnew]);

  const { step } = verification;
  const verify = (bundle: File, { key, witnesses }: GivenKeys) => {
    // What is still being verified is of no interest any more, and what has stopped does not start again by itself.
    if (step === 'running' || step === 'stopped') startAnew();
    setVerification({ step: 'running', bundle, share: 0 });
    const lines = witnesses.split('\n').map((line) => line.trim());
    const question = {
      kind: 'verify',
      bundle,
      keys: key.split(/\s+/).filter((each) => each !== ''),
      witnesses: lines.filter((line) => line !== ''),
    } as const;
    const asked = thread.current;
    // A thread that was ended may have said something that is still on its way.
    const show = (next: Verification) => {
      if (thread.current === asked) setVerification(next);
    };
    asked
      ?.verify(question, (share) => show({ step: 'running', bundle, share }))
      .then(
        (verdict) => show({ step: 'done', bundle, verdict }),
        () => show({ step: 'stopped', bundle }),
      );
  };
  const stop = () => {
    startAnew();
    setVerification({ step: 'none' });
  };
  const read = (path: string) => thread.current?.read(path) ?? Promise.reject(new Error('nothing was verified'));
  return { verification, verify, stop, read };
}
