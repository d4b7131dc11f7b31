import { join } from 'node:path';
import { type ProcessPlace, TextChild } from './index';

const OUTSIDE: ProcessPlace = {
  begin: () => undefined,
  rest: () => undefined,
  work: () => undefined,
  leave: () => undefined,
};
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a child that answers lines with lines', () => {
  const LIMITS = { memoryKb: 2_000_000, heapMb: 128, cpuSeconds: 10, outputBytes: 10_000 };
  const children: TextChild[] = [];
  const start = (changes: Partial<typeof LIMITS> = {}, ...words: string[]) => {
    const program = ['--no-warnings', join(__dirname, '..', 'test', 'printing-child.ts'), ...words];
    const child = new TextChild({ ...LIMITS, ...changes, program, place: OUTSIDE });
    children.push(child);
    return child;
  };
  const ask = (child: TextChild, line: string, limits = {}) =>
    child.ask(line, { wallMs: 60_000, processorMs: 5_000, ...limits });
  afterEach(() => Promise.all(children.splice(0).map((child) => child.end())));

  it('is the same process for each, and gets no environment', async () => {
    const child = start();
    const first = await ask(child, 'one');
    const second = await ask(child, 'two');
    expect(first).toMatchObject({ wasReady: true, failure: null, line: expect.stringMatching(/^one \d+$/) as string });
    expect(second.line).toBe(first.line.replace('one', 'two'));
    const { line } = await ask(child, 'environment');
    expect(line).toMatch(/^\[/);
    expect(line).not.toMatch(/PATH|HOME|PATRAVALI|DATABASE/);
  });

  it.each([
    ['says more than it may', 'much', /^said too much/, {}],
    ['answers twice', 'twice', /^said too much/, {}],
    ['hangs', 'hang', /^took more than 300 ms:/, { wallMs: 300 }],
    [
      'takes more of the processor than it may',
      'burn',
      /^took more than 300 ms of processor time/,
      { processorMs: 300 },
    ],
    ['ends with an error', 'fail', /^ended by exit code 3/, {}],
  ])('is over when it %s', async (_, what, why, limits) => {
    const child = start();
    const late = what === 'hang' || what === 'burn';
    const expected = { wasReady: true, late, failure: expect.stringMatching(why) as string, endedFromOutside: false };
    expect(await ask(child, what, limits)).toMatchObject(expected);
    await child.over;
    expect(await ask(child, 'again')).toMatchObject(expected);
  });

  it('is over when it says anything unasked', async () => {
    const child = start();
    expect(await ask(child, 'later')).toMatchObject({ failure: null, line: 'at once' });
    await child.over;
    expect(await ask(child, 'again')).toMatchObject({ failure: expect.stringMatching(/^said too much/) as string });
  });

  it('is over once all its jobs together have taken the processor time of its life', async () => {
    const child = start({ cpuSeconds: 1 });
    expect((await ask(child, 'one')).failure).toBeNull();
    expect(await ask(child, 'burn')).toMatchObject({
      late: false,
      failure: expect.stringMatching(/SIGXCPU/) as string,
    });
  });

  it('is told from one that never began', async () => {
    expect(await ask(start({ memoryKb: 100_000 }), 'one')).toMatchObject({ wasReady: false, line: '' });
    const child = start({}, 'never ready');
    expect(await ask(child, 'one').catch(() => null)).toMatchObject({ wasReady: false, line: '' });
  });

  it('is told from one to which the machine did not give the processor in time', async () => {
    const starved = await ask(start(), 'burn', { wallMs: 300 });
    expect(starved).toMatchObject({ wasReady: true, late: false, endedFromOutside: true });
    expect(starved.failure).toMatch(/^took more than 300 ms:/);
  });

  it('is told from one that somebody killed', async () => {
    const child = start();
    const { line } = await ask(child, 'one');
    process.kill(Number(line.split(' ')[1]), 'SIGKILL');
    expect(await ask(child, 'hang')).toMatchObject({ wasReady: true, endedFromOutside: true });
  });
});
