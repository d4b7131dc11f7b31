import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { aLetter, aNote, aNoteSheet } from '../test/samples';
import { type Press, startPress } from './index';

/** The setting processes that this one has started and that live. */
function livingChildren(): number[] {
  const status = (pid: string): string => {
    try {
      return readFileSync(`/proc/${pid}/status`, 'utf8');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => status(pid).includes(`\nPPid:\t${process.pid}\n`) && commandOf(pid).includes('press-child'))
    .map(Number);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('the press', () => {
  let press: Press;
  afterEach(() => press.close());
  const bigSheet = () => aNoteSheet(Array.from({ length: 500 }, (_, index) => aNote(index + 1)));

  it('starts no process before the first job, and ends it when no job has come for a while', async () => {
    press = startPress({ idleMs: 200 });
    expect(livingChildren()).toHaveLength(0);
    await press.letter(aLetter());
    expect(livingChildren()).toHaveLength(1);
    for (let waited = 0; livingChildren().length > 0 && waited < 10_000; waited += 100) await pause(100);
    expect(livingChildren()).toHaveLength(0);
    await press.letter(aLetter());
  });

  it('does not hold up the office while it sets', async () => {
    press = startPress();
    await press.letter(aLetter());
    let longest = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const start = performance.now();
    await press.noteSheet(bigSheet());
    clearInterval(pulse);
    expect(longest).toBeLessThan((performance.now() - start) / 2);
  });

  it('loses only the job in work when its process is killed', async () => {
    press = startPress();
    await press.letter(aLetter());
    const [first, second] = [press.noteSheet(bigSheet()), press.letter(aLetter())];
    for (const pid of livingChildren()) process.kill(pid, 'SIGKILL');
    await expect(first).rejects.toMatchObject({ name: 'PressFailed', reason: 'died', code: 'press-unavailable' });
    expect((await second).length).toBeGreaterThan(1000);
  });

  it('gives up a job that is late, and does the next', async () => {
    press = startPress({ timeoutMs: 4000 });
    await press.letter(aLetter());
    const endless = aNoteSheet(Array.from({ length: 12_000 }, (_, index) => aNote(index + 1)));
    const [late, next] = [press.noteSheet(endless), press.letter(aLetter())];
    await expect(late).rejects.toMatchObject({ reason: 'late' });
    expect((await next).length).toBeGreaterThan(1000);
  });

  it('refuses when too many jobs wait, and does those it has taken', async () => {
    press = startPress({ capacity: 2 });
    const taken = [press.letter(aLetter()), press.letter(aLetter()), press.letter(aLetter())];
    await expect(press.letter(aLetter())).rejects.toMatchObject({ reason: 'busy', retryAfter: 10 });
    await expect(Promise.all(taken)).resolves.toHaveLength(3);
  });

  it('fails what waits when it is closed, and takes nothing more', async () => {
    press = startPress();
    const waiting = [press.letter(aLetter()), press.letter(aLetter())].map((job) =>
      job.catch((error: unknown) => error),
    );
    await press.close();
    for (const failure of await Promise.all(waiting)) expect(failure).toMatchObject({ reason: 'closed' });
    await expect(press.letter(aLetter())).rejects.toMatchObject({ reason: 'closed' });
    expect(livingChildren()).toHaveLength(0);
  });

  it('gives its process none of the secrets of the office', async () => {
    press = startPress();
    await press.letter(aLetter());
    const [child] = livingChildren();
    expect(readFileSync(`/proc/${child}/environ`, 'utf8')).not.toMatch(/PATH=|HOME=|PATRAVALI|DATABASE/);
  });
});
