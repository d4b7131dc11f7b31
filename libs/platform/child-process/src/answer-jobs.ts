import type { AnswerMessage, JobMessage } from './job-queue';

/** Does one job; `progress` tells the parent which step it is about to take, so that it knows where a child died. */
export type Work = (
  input: never,
  progress: (step: number) => void,
) => Uint8Array | Promise<Uint8Array | object> | object;

/** The life of a child: answers one job after the other, and ends with its parent. */
export function answerJobs(work: Readonly<Record<string, Work>>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', ({ id, kind, input }: JobMessage) => {
    const say = (message: AnswerMessage) => process.send?.(message);
    const doIt = async () => work[kind]?.(input as never, (progress) => say({ id, progress }));
    doIt().then(
      (output) => say({ id, output }),
      (error: unknown) => say({ id, failure: error instanceof Error ? error.message : String(error) }),
    );
  });
}
