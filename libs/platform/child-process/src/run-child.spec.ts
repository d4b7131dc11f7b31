import { join } from 'node:path';
import { runChild } from './index';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a child that is run once', () => {
  const limits = { memoryKb: 2_000_000, heapMb: 128, cpuSeconds: 10, wallMs: 10_000, outputBytes: 10_000 };
  const run = (what: string, changes: Partial<typeof limits> = {}) =>
    runChild(['--no-warnings', join(__dirname, '..', 'test', 'printing-child.ts'), what], { ...limits, ...changes });

  it('answers with what it printed, and gets no environment', async () => {
    const { wasReady, output, failure } = await run('environment');
    expect([wasReady, failure]).toEqual([true, null]);
    expect(output).not.toMatch(/PATH|HOME|PATRAVALI|DATABASE/);
  });

  it.each([
    ['prints more than it may', 'much', /^said too much/, {}],
    ['takes longer than it may', 'hang', /^took more than 300 ms/, { wallMs: 300 }],
    ['ends with an error', 'fail', /^ended by exit code 3/, {}],
  ])('is said to have failed when it %s', async (_, what, why, changes) => {
    expect(await run(what, changes)).toMatchObject({ wasReady: true, failure: expect.stringMatching(why) as string });
  });

  it('is told from one that never began', async () => {
    expect(await run('nothing')).toMatchObject({ wasReady: false, output: '' });
    expect(await run('environment', { memoryKb: 100_000 })).toMatchObject({ wasReady: false });
  });
});
