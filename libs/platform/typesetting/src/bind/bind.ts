import { ChildProcessFailed, type ChildProcessQueue, type JobLimits } from '@patravali/child-process';
import type { BindingWork } from './bind-child';
import type { Binding } from './binding';

/** So many documents may kill their process before the whole is given up. */
const MOST_DEADLY = 3;

export interface BindOptions {
  /** The path of the file that the whole is written to: it may be larger than a process should hold. */
  readonly output: string;
  /** Of each document. */
  readonly limits: JobLimits;
  /** Aborted when nobody wants it any more. */
  readonly signal?: AbortSignal | undefined;
  /** Takes long and nobody waits for it: it never takes the turn of one that somebody waits for. */
  readonly long?: boolean | undefined;
  /** Told when each document is begun, by its position from 1. */
  readonly onDocument?: ((position: number) => void) | undefined;
}

/**
 * Has the documents bound in a process of its own, because they come from strangers. One that kills the process or takes
 * too much of the processor is left out of the next try, and a page stands in its place. What the machine had no time for is no document's fault.
 * @throws ChildProcessFailed
 */
export async function bind(
  binding: Binding,
  queue: ChildProcessQueue<BindingWork>,
  { output, limits, signal, long = false, onDocument }: BindOptions,
): Promise<void> {
  const leftOut: number[] = [];
  for (;;) {
    let position = 0;
    const onProgress = (step: number) => {
      position = step;
      if (step > 0) onDocument?.(step);
    };
    try {
      await queue.run('bind', { binding, leftOut, output }, { ...limits, long, signal, onProgress });
      return;
    } catch (error) {
      const wasDeadly = error instanceof ChildProcessFailed && (error.reason === 'died' || error.reason === 'late');
      const deadly = position === 0 ? longest(binding, leftOut) : position;
      const isNeeded = deadly !== undefined && binding.documents[deadly - 1]?.needed;
      if (!wasDeadly || deadly === undefined || isNeeded || leftOut.length === MOST_DEADLY) throw error;
      leftOut.push(deadly);
    }
  }
}

/** Which document, if writing the whole is what fails: the position of the one with the most pages. */
function longest({ documents }: Binding, leftOut: readonly number[]): number | undefined {
  const left = documents
    .map(({ pageCount }, index) => ({ pageCount, position: index + 1 }))
    .filter(({ position }) => !leftOut.includes(position));
  return left.sort((one, other) => other.pageCount - one.pageCount)[0]?.position;
}
