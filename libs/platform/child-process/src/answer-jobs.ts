/** Tells the parent which step a job is about to take, so that it knows where a child died. */
export type Progress = (step: number) => void;

/** What a child can do: each kind of job by its name. */
export type Work = Readonly<Record<string, (input: never, progress: Progress) => unknown>>;

/** What a child is sent, and what it answers. */
export interface JobMessage {
  readonly id: number;
  readonly kind: string;
  readonly input: unknown;
}
export type AnswerMessage =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly failure: string };

/** The life of a child: answers one job after the other, and ends with its parent. */
export function answerJobs(work: Work): void {
  process.on('disconnect', () => process.exit());
  process.on('message', ({ id, kind, input }: JobMessage) => {
    const answer = (message: AnswerMessage) => process.send?.(message);
    const doIt = async () => await work[kind]?.(input as never, (progress) => answer({ id, progress }));
    doIt().then(
      (output) => answer({ id, output }),
      (error: unknown) => answer({ id, failure: error instanceof Error ? error.message : String(error) }),
    );
  });
}
