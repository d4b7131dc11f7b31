import { Autosave, type AutosaveState, TextsDiffer } from '../../../apps/web/src/notes/autosave/autosave';
import { LocalCopy } from '../../../apps/web/src/notes/autosave/local-copy';

class Refused extends Error {
  constructor(readonly kind: 'offline' | 'stale' | 'refused') {
    super(kind);
  }
}

/** A browser's storage, as far as the copy needs it. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() {
      return kept.size;
    },
  };
}

/** A server with one text, as another window may change it; `fails` is how it answers the next saves. */
function office() {
  const server = {
    text: null as string | null,
    version: 0,
    saves: 0,
    /** When it was asked to save, by the clock. */
    tries: [] as number[],
    fails: [] as ('offline' | 'lost-answer' | 'refused')[],
  };
  const write = (content: string, version: number | null) => {
    server.tries.push(Date.now());
    const failure = server.fails.shift();
    if (failure === 'offline') throw new Refused('offline');
    if (failure === 'refused') throw new Refused('refused');
    if ((server.text === null ? null : server.version) !== version) throw new Refused('stale');
    server.text = content;
    server.version += 1;
    server.saves += 1;
    if (failure === 'lost-answer') throw new Refused('offline');
    return { version: server.version, savedAt: '2026-11-24T14:02:31+05:30' };
  };
  const states: AutosaveState<string>[] = [];
  const copy = new LocalCopy<string>('note', storage());
  const autosave = new Autosave<string>({
    version: null,
    known: null,
    save: (content, version) => Promise.resolve().then(() => write(content, version)),
    read: () => Promise.resolve(server.text === null ? null : { content: server.text, version: server.version }),
    same: (one, other) => one === other,
    failureOf: (error) => (error as Refused).kind,
    copy,
    onState: (state) => states.push(state),
  });
  return { server, autosave, copy, states, last: () => states.at(-1)?.kind };
}

describe('the note that is being written', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is saved once the keys have rested, and only then', async () => {
    const { server, autosave, last } = office();
    autosave.change('अनु');
    await jest.advanceTimersByTimeAsync(500);
    autosave.change('अनुमोदित');
    await jest.advanceTimersByTimeAsync(700);
    expect(server.saves).toBe(0);
    await jest.advanceTimersByTimeAsync(200);
    expect(server).toMatchObject({ text: 'अनुमोदित', saves: 1 });
    expect(last()).toBe('saved');
  });

  it('is in the browser from the first character until the server has it', async () => {
    const { autosave, copy } = office();
    autosave.change('क');
    expect(copy.read()).toEqual({ content: 'क', version: null });
    await autosave.flush();
    expect(copy.read()).toBeNull();
  });

  it('is saved to the last key before the file is sent', async () => {
    const { server, autosave } = office();
    autosave.change('सहमत।');
    await expect(autosave.flush()).resolves.toBe(1);
    expect(server.text).toBe('सहमत।');
  });

  it('is not sent along when it could not be saved', async () => {
    const { server, autosave, copy, last } = office();
    server.fails = ['offline'];
    autosave.change('सहमत।');
    await expect(autosave.flush()).rejects.toThrow('offline');
    expect(last()).toBe('offline');
    expect(copy.read()?.content).toBe('सहमत।');
  });

  it('is saved by itself when the line comes back', async () => {
    const { server, autosave, last } = office();
    server.fails = ['offline', 'offline'];
    autosave.change('सहमत।');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(server.text).toBe('सहमत।');
    expect(last()).toBe('saved');
  });

  it('asks ever more seldom while the line is down, but at least twice a minute, and soon again when it was up', async () => {
    const { server, autosave, last } = office();
    const seconds = () => server.tries.slice(1).map((at, i) => (at - (server.tries[i] ?? 0)) / 1000);
    server.fails = Array.from({ length: 7 }, () => 'offline');
    autosave.change('सहमत।');
    await jest.advanceTimersByTimeAsync(130_000);
    expect(seconds()).toEqual([2, 4, 8, 16, 30, 30, 30]);
    expect(last()).toBe('saved');

    server.tries = [];
    server.fails = ['offline', 'offline'];
    autosave.change('सहमत। आलेख प्रस्तुत।');
    await jest.advanceTimersByTimeAsync(130_000);
    expect(seconds()).toEqual([2, 4]);
    expect(server.text).toBe('सहमत। आलेख प्रस्तुत।');
  });

  it('goes on when the server had it and only the answer was lost', async () => {
    const { server, autosave, last } = office();
    server.fails = ['lost-answer'];
    autosave.change('सहमत।');
    await jest.advanceTimersByTimeAsync(1_000);
    autosave.change('सहमत। आलेख प्रस्तुत।');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(server).toMatchObject({ text: 'सहमत। आलेख प्रस्तुत।', version: 2 });
    expect(last()).toBe('saved');
  });

  it('never overwrites what another window has saved, and shows both texts', async () => {
    const { server, autosave, states } = office();
    autosave.change('पहला');
    await autosave.flush();
    server.text = 'दूसरी खिड़की';
    server.version = 7;
    autosave.change('पहला और');
    await expect(autosave.flush()).rejects.toThrow(TextsDiffer);
    expect(server.text).toBe('दूसरी खिड़की');
    expect(states.at(-1)).toEqual({
      kind: 'stale',
      mine: 'पहला और',
      theirs: { content: 'दूसरी खिड़की', version: 7 },
    });
  });

  it('has nothing to merge when only its colour was changed elsewhere', async () => {
    const { server, autosave, last } = office();
    autosave.change('सहमत।');
    await autosave.flush();
    server.version += 2;
    autosave.change('सहमत। आलेख प्रस्तुत।');
    await autosave.flush();
    expect(server.text).toBe('सहमत। आलेख प्रस्तुत।');
    expect(last()).toBe('saved');
  });

  it('is saved over the other text once the person has made one of both', async () => {
    const { server, autosave } = office();
    autosave.change('पहला');
    await autosave.flush();
    server.text = 'दूसरी खिड़की';
    server.version = 7;
    autosave.change('पहला और');
    await expect(autosave.flush()).rejects.toThrow(TextsDiffer);
    autosave.settle('पहला और दूसरी खिड़की', { content: 'दूसरी खिड़की', version: 7 });
    await autosave.flush();
    expect(server).toMatchObject({ text: 'पहला और दूसरी खिड़की', version: 8 });
  });

  it('stays in the browser when the office refuses it, and says why', async () => {
    const { server, autosave, copy, last } = office();
    server.fails = ['refused'];
    autosave.change('सहमत।');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(last()).toBe('refused');
    expect(server.text).toBeNull();
    expect(copy.read()?.content).toBe('सहमत।');
  });

  it('leaves nothing behind when it has left with the file', async () => {
    const { server, autosave, copy } = office();
    autosave.change('सहमत।');
    autosave.forget();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(server.saves).toBe(0);
    expect(copy.read()).toBeNull();
  });
});
