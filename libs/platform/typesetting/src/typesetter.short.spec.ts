import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { onBehalfOf } from '@patravali/child-process';
import { aPage, aRegister } from '../test/samples';
import { startTypesetter, type Typesetter } from './index';

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
    .filter((pid) => status(pid).includes(`\nPPid:\t${process.pid}\n`) && commandOf(pid).includes('typesetting-child'))
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

onLinux('the typesetter', () => {
  let typesetter: Typesetter;
  afterEach(() => typesetter.close());
  const ofRows = (count: number) =>
    aRegister(Array.from({ length: count }, (_, index) => [`${index}/2026`, 'जिला समाज कल्याण अधिकारी', 'पेंशन']));
  const bigRegister = () => ofRows(3000);

  it('starts no process before the first job, and ends it when no job has come for a while', async () => {
    typesetter = startTypesetter({ idleMs: 200 });
    expect(livingChildren()).toHaveLength(0);
    await typesetter.typeset(aPage);
    expect(livingChildren()).toHaveLength(1);
    for (let waited = 0; livingChildren().length > 0 && waited < 10_000; waited += 100) await pause(100);
    expect(livingChildren()).toHaveLength(0);
    await typesetter.typeset(aPage);
  });

  it('does not hold up the office while it sets', async () => {
    typesetter = startTypesetter();
    await typesetter.typeset(aPage);
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    await typesetter.register(bigRegister());
    clearInterval(turning);
    // What the office itself did would be one long turn.
    expect(turns).toBeGreaterThan(20);
  });

  it('loses only the job in work when its process is killed', async () => {
    typesetter = startTypesetter();
    await typesetter.typeset(aPage);
    // Both are long, so that the second waits.
    const [first, second] = [typesetter.register(bigRegister()), typesetter.register(ofRows(1200))];
    for (const pid of livingChildren()) process.kill(pid, 'SIGKILL');
    await expect(first).rejects.toMatchObject({
      name: 'TypesettingFailed',
      reason: 'died',
      code: 'typesetter-unavailable',
    });
    expect((await second).length).toBeGreaterThan(1000);
  });

  it('gives up a job that is late, and does the next', async () => {
    typesetter = startTypesetter({ limits: { processorMs: 3_000, wallMs: 120_000 } });
    await typesetter.typeset(aPage);
    // Its memory would come to an end after seven seconds.
    const endless = ofRows(100_000);
    const [late, next] = [typesetter.register(endless), typesetter.typeset(aPage)];
    await expect(late).rejects.toMatchObject({ reason: 'late' });
    expect((await next).length).toBeGreaterThan(1000);
  }, 60_000);

  it('refuses when too many jobs wait, and does those it has taken', async () => {
    typesetter = startTypesetter({ waiting: 2 });
    const taken = Array.from({ length: 4 }, () => typesetter.typeset(aPage));
    await expect(typesetter.typeset(aPage)).rejects.toMatchObject({ code: 'too-busy', retryAfter: 10 });
    await expect(Promise.all(taken)).resolves.toHaveLength(4);
  });

  it('sets a page while somebody else’s long register is set, and the next long one after it', async () => {
    typesetter = startTypesetter();
    const done: string[] = [];
    const setting = [
      ...[1, 2].map((each) => typesetter.register(bigRegister()).then(() => done.push(`register ${each}`))),
      typesetter.typeset(aPage).then(() => done.push('page')),
    ];
    await Promise.all(setting);
    expect(done).toEqual(['page', 'register 1', 'register 2']);
  });

  it('does what one person asks for in one process, and keeps the other for whoever else comes', async () => {
    typesetter = startTypesetter();
    const pageFor = (person: string) =>
      onBehalfOf({ person, operation: 'previewDraft', signal: new AbortController().signal }, () =>
        typesetter.typeset(aPage),
      );
    await Promise.all([pageFor('a'), pageFor('a'), pageFor('a')]);
    expect(livingChildren()).toHaveLength(1);
    await Promise.all([pageFor('a'), pageFor('b')]);
    expect(livingChildren()).toHaveLength(2);
  });

  it('sets what nobody waits for in a process of its own, which gives way to all others', async () => {
    const sessionOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3];
    typesetter = startTypesetter();
    await typesetter.typeset({ ...aPage, unhurried: true });
    const [behind = 0] = livingChildren();
    await typesetter.typeset(aPage);
    const [waitedFor = 0, ...more] = livingChildren().filter((pid) => pid !== behind);
    expect(more).toEqual([]);
    expect(sessionOf(waitedFor)).toBe(sessionOf(process.pid));
    expect(sessionOf(behind)).toBe(String(behind));
  });

  it('fails what waits when it is closed, and takes nothing more', async () => {
    typesetter = startTypesetter();
    const waiting = [typesetter.typeset(aPage), typesetter.typeset(aPage)].map((job) =>
      job.catch((error: unknown) => error),
    );
    await typesetter.close();
    for (const failure of await Promise.all(waiting)) expect(failure).toMatchObject({ reason: 'closed' });
    await expect(typesetter.typeset(aPage)).rejects.toMatchObject({ reason: 'closed' });
    expect(livingChildren()).toHaveLength(0);
  });

  it('gives its process none of the secrets of the office', async () => {
    typesetter = startTypesetter();
    await typesetter.typeset(aPage);
    const [child] = livingChildren();
    expect(readFileSync(`/proc/${child}/environ`, 'utf8')).not.toMatch(/PATH=|HOME=|PATRAVALI|DATABASE/);
  });
});
