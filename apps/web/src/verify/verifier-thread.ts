import type { BundleAnswer, BundleQuestion, Verdict } from './bundle-messages';

/** The verifier in a thread of its own, so that the page goes on while it works. */
export class VerifierThread {
  private readonly worker = new Worker(new URL('./bundle.worker.ts', import.meta.url), { type: 'module' });
  /** It did not come, or the machine has no memory left for it. */
  private readonly stopped = new Promise<never>((_, give) => {
    this.worker.addEventListener('error', () => give(new Error('the verifier has stopped')));
  });

  constructor() {
    // Whoever asks hears of it; while nobody asks it is no error of the page.
    this.stopped.catch(() => undefined);
  }

  verify(question: Extract<BundleQuestion, { kind: 'verify' }>, progress: (share: number) => void): Promise<Verdict> {
    return this.ask(question, (answer, settle) => {
      if (answer.kind === 'progress') progress(answer.share);
      if (answer.kind === 'verdict') settle(answer.verdict);
    });
  }

  /** A file of the bundle that was found right. */
  read(path: string): Promise<Blob> {
    return this.ask({ kind: 'read', path }, (answer, settle) => {
      if (answer.kind === 'file') settle(answer.bytes);
    });
  }

  /** Whoever waits for an answer gets none any more. */
  end(): void {
    this.worker.terminate();
  }

  private ask<Found>(
    question: BundleQuestion,
    hear: (answer: BundleAnswer, settle: (found: Found) => void) => void,
  ): Promise<Found> {
    const { port1: here, port2: there } = new MessageChannel();
    const found = new Promise<Found>((settle, give) => {
      here.onmessage = ({ data }: MessageEvent<BundleAnswer>) => {
        if (data.kind === 'lost') give(new Error('the verifier has lost the bundle'));
        else hear(data, settle);
      };
    });
    this.worker.postMessage(question, [there]);
    return Promise.race([found, this.stopped]).finally(() => here.close());
  }
}
