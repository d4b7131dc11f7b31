import { ChildProcessFailed, type ChildProcessFailure, type ChildProcessQueue } from '@patravali/child-process';
import { bind } from './bind';
import type { BindingWork } from './bind-child';
import type { Binding } from './binding';
import type { BindInput } from './bind-pdfs';

/** A process in which the whole cannot be written while any of these documents is in it. */
function processThatFails(
  over: readonly number[],
  asked: (readonly number[])[],
  why: ChildProcessFailure = 'late',
): ChildProcessQueue<BindingWork> {
  const run = async (_: string, { leftOut }: BindInput, options: { onProgress: (step: number) => void }) => {
    asked.push([...leftOut]);
    options.onProgress(1);
    options.onProgress(0);
    if (over.some((position) => !leftOut.includes(position))) throw new ChildProcessFailed(why);
    await Promise.resolve();
  };
  return { run } as unknown as ChildProcessQueue<BindingWork>;
}

const OPTIONS = { output: '/nowhere', limits: { processorMs: 1000, wallMs: 10_000 } };

const aBinding = (...pages: number[]) =>
  ({ documents: pages.map((pageCount) => ({ pageCount })) }) as unknown as Binding;

describe('a whole file that cannot be written in time', () => {
  it('is written without its longest letter, then without the next', async () => {
    const asked: (readonly number[])[] = [];
    const begun: number[] = [];
    const options = { ...OPTIONS, onDocument: (position: number) => begun.push(position) };
    await bind(aBinding(3, 5000, 2, 900), processThatFails([2, 4], asked), options);
    expect(begun).toEqual([1, 1, 1]);
    expect(asked).toEqual([[], [2], [2, 4]]);
  });

  it('is given up when that does not help', async () => {
    const asked: (readonly number[])[] = [];
    const binding = bind(aBinding(1, 1, 1, 1, 1), processThatFails([9], asked), OPTIONS);
    await expect(binding).rejects.toMatchObject({ reason: 'late' });
    expect(asked).toHaveLength(4);
    await expect(bind(aBinding(), processThatFails([9], asked), OPTIONS)).rejects.toMatchObject({ reason: 'late' });
  });

  it('is given up at once, with no document left out, when the machine had no time for it', async () => {
    const asked: (readonly number[])[] = [];
    const binding = bind(aBinding(1, 2), processThatFails([2], asked, 'starved'), OPTIONS);
    await expect(binding).rejects.toMatchObject({ reason: 'starved' });
    expect(asked).toEqual([[]]);
  });
});
