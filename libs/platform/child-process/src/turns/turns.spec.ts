import { setImmediate as soon } from 'node:timers/promises';
import { onBehalfOf } from './asker';
import { type LineLimits, Turns, WorkKind } from './turns';

/** Work that ends when it is told to. */
function held(options: LineLimits) {
  const turns = new Turns(options);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const leavers = new Map<string, AbortController>();
  const ask = (
    person: string,
    {
      long = false,
      name = person,
      ...more
    }: { long?: boolean; name?: string; kind?: WorkKind; isStranger?: boolean } = {},
  ) => {
    const leaver = new AbortController();
    leavers.set(name, leaver);
    const work = () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.push(() => resolve(name)));
    };
    const { isStranger = false, ...options } = more;
    const asker = { person, isStranger, operation: name, signal: leaver.signal };
    return onBehalfOf(asker, () => turns.take(work, { long, ...options }));
  };
  const endFirst = async () => {
    ends.shift()?.();
    await soon();
  };
  const endAll = async () => {
    while (ends.length > 0) await endFirst();
  };
  return { turns, begun, ask, endFirst, endAll, leave: (name: string) => leavers.get(name)?.abort() };
}

describe('turns', () => {
  it('go from person to person, so that whoever asks for much waits for himself', async () => {
    const { begun, ask, endAll } = held({ atOnce: 1 });
    const all = ['a', 'a', 'a', 'a', 'b', 'b', 'c'].map((person) => ask(person));
    await endAll();
    expect(begun).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a']);
    expect(await Promise.all(all)).toHaveLength(7);
  });

  it('are given to whoever has nothing in work before whoever has', async () => {
    const { begun, ask, endFirst, endAll } = held({ atOnce: 2 });
    const all = ['a', 'a', 'a', 'a', 'b'].map((person) => ask(person));
    await endFirst();
    expect(begun).toEqual(['a', 'a', 'b']);
    await endAll();
    await Promise.all(all);
  });

  it('keep what one person may not have at once for the others, who then wait for nobody', async () => {
    const { begun, ask, endFirst, endAll } = held({ atOnce: 2, ofOneAtOnce: 1 });
    const hostile = [1, 2, 3].map((each) => ask('a', { name: `hostile ${each}` }));
    expect(begun).toEqual(['hostile 1']);
    const others = [ask('b'), ask('c')];
    expect(begun).toEqual(['hostile 1', 'b']);
    await endFirst();
    expect(begun).toEqual(['hostile 1', 'b', 'c']);
    await endAll();
    expect(begun).toEqual(['hostile 1', 'b', 'c', 'hostile 2', 'hostile 3']);
    expect(await Promise.all([...hostile, ...others])).toHaveLength(5);
  });

  it('are not limited so for what the office does by itself', async () => {
    const turns = new Turns({ atOnce: 2, ofOneAtOnce: 1 });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const first = turns.take(() => promise);
    await turns.take(() => Promise.resolve());
    resolve(undefined);
    await first;
  });

  it('leave room for what is short while something long is in work', async () => {
    const { begun, ask, endFirst, endAll } = held({ atOnce: 2, longAtOnce: 1 });
    const all = [
      ...[1, 2].map((each) => ask('a', { long: true, name: `long ${each}` })),
      ask('a', { name: 'short' }),
      ask('b', { name: 'other' }),
    ];
    expect(begun).toEqual(['long 1', 'short']);
    await endFirst();
    expect(begun).toEqual(['long 1', 'short', 'other']);
    await endAll();
    expect(begun).toEqual(['long 1', 'short', 'other', 'long 2']);
    await Promise.all(all);
  });

  it('are refused to a person of whom too many wait, and to anybody when too many wait of all', async () => {
    const { ask, endAll } = held({ atOnce: 1, waitingOfOne: 2, waiting: 3 });
    const taken = ['a', 'a', 'a'].map((person) => ask(person));
    await expect(ask('a')).rejects.toMatchObject({ code: 'too-busy', retryAfter: 10 });
    taken.push(ask('b'));
    await expect(ask('c')).rejects.toMatchObject({ code: 'too-busy' });
    await endAll();
    expect(await Promise.all(taken)).toHaveLength(4);
  });

  it('are not refused to a request in its midst', async () => {
    const turns = new Turns({ atOnce: 1, waitingOfOne: 0 });
    const both = onBehalfOf({ person: 'a', operation: '', signal: new AbortController().signal }, async () => {
      const first = await turns.take(() => Promise.resolve('first'));
      const others = onBehalfOf({ person: 'b', operation: '', signal: new AbortController().signal }, () =>
        turns.take(() => soon('other')),
      );
      return [first, await turns.take(() => Promise.resolve('second')), await others];
    });
    expect(await both).toEqual(['first', 'second', 'other']);
  });

  it('are taken by all kinds of work together, each within limits of its own', async () => {
    const { begun, ask, endFirst, endAll } = held({ atOnce: 3, ofOneAtOnce: 2 });
    const kind = new WorkKind({ atOnce: 2, ofOneAtOnce: 1, waitingOfOne: 2 });
    const keys = [1, 2, 3].map((each) => ask('a', { name: `key ${each}`, kind }));
    await expect(ask('a', { kind })).rejects.toMatchObject({ code: 'too-busy' });
    const others = [ask('a', { name: 'page 1' }), ask('a', { name: 'page 2' }), ask('b'), ask('c', { kind })];
    expect(begun).toEqual(['key 1', 'page 1', 'b']);
    await endFirst();
    expect(begun).toEqual(['key 1', 'page 1', 'b', 'c']);
    await endAll();
    expect(await Promise.all([...keys, ...others])).toHaveLength(7);
  });

  it('of whoever has no session are never those of people of the office, nor the other way round', async () => {
    const { begun, ask, endAll } = held({ atOnce: 1, strangersAtOnce: 1 });
    const strangers = ['x', 'x', 'y'].map((network) => ask(network, { isStranger: true }));
    const own = ask('a');
    expect(begun).toEqual(['x', 'a']);
    await endAll();
    expect(begun).toEqual(['x', 'a', 'y', 'x']);
    await Promise.all([...strangers, own]);
    const { ask: askWhereNoneMay } = held({ atOnce: 1 });
    await expect(askWhereNoneMay('x', { isStranger: true })).rejects.toMatchObject({ code: 'too-busy' });
  });

  it('tell whoever is refused when to come again: the longer the line, the later', async () => {
    jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const { ask, endFirst, endAll } = held({ atOnce: 1, waiting: 3 });
      const all = ['a', 'b', 'c', 'd'].map((person) => ask(person));
      jest.setSystemTime(60_000);
      await endFirst();
      all.push(ask('e'));
      const seconds = Math.ceil((1 + 59 * 0.2) * 4);
      const refused = { code: 'too-busy', retryAfter: seconds, params: { seconds } };
      await expect(ask('f')).rejects.toMatchObject(refused);
      await endAll();
      await Promise.all(all);
    } finally {
      jest.useRealTimers();
    }
  });

  it('are lost by whoever goes away, and never held up by it', async () => {
    const { begun, ask, endAll, leave } = held({ atOnce: 1 });
    const [first, gone, last] = ['a', 'b', 'c'].map((person) => ask(person));
    leave('b');
    await expect(gone).rejects.toMatchObject({ code: 'too-busy' });
    await endAll();
    expect(await Promise.all([first, last])).toEqual(['a', 'c']);
    expect(begun).toEqual(['a', 'c']);
    expect(Turns.placesOf('b')).toEqual([]);
  });

  it('are foretold as they come', async () => {
    const { begun, ask, endAll } = held({ atOnce: 1 });
    const all = ['a', 'a', 'a', 'b', 'b', 'c'].map((person, index) => ask(person, { name: `${person}${index}` }));
    const foretold = ['a', 'b', 'c'].flatMap((person) => Turns.placesOf(person));
    foretold.sort((one, other) => one.place - other.place);
    await endAll();
    await Promise.all(all);
    expect(foretold.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
    expect(foretold.map(({ operation }) => operation)).toEqual(begun.slice(1));
  });

  it('go on after work that fails', async () => {
    const turns = new Turns({ atOnce: 1 });
    const failing = turns.take(() => Promise.reject(new Error('no')));
    const next = turns.take(() => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
