import fc from 'fast-check';
import { runs } from '../../../../test/support/run/runs';
import { entryText, keyEntryText, makeKey, manyEvents, NONE, sha256, uuid } from '../../test/a-log';
import { anEvent, type EventValues, formOf } from '../../test/an-event';
import { fromText } from '../primitives/bytes';
import { readVerifierKey } from '../notes/verifier-key';
import { ChainHeads } from './chain-heads';
import { entryOf, KeyHistory, readEntry } from './entry';
import { NO_HASH, readEvent } from './event';

const read = (text: string) => readEvent(fromText(text));
const EXAMPLE = anEvent();

/** Forms that never change, with their SHA-256. */
const GOLDEN: readonly (readonly [what: string, values: EventValues, hash: string, encoding: 0 | 1 | 2])[] = [
  ['the example of the description', EXAMPLE, '2acbaed56423151be6d3c606bcff8d7226e2e4a2de081ba181318ed61c283922', 2],
  ['the same before events named rows', EXAMPLE, '1bd04e87eeaf3aa2c55d37eb9be0563477dde238294c9e16652a5e086909b6f9', 1],
  ['one that was chained afterwards', EXAMPLE, '18eaa971ee91b9b3d5328150ee8dfb2a93328314349c8d2e0fadb087bd48e573', 0],
  [
    'one by nobody, of nothing',
    anEvent({ user: undefined, post: undefined, capacity: undefined, reason: undefined, data: '{}' }),
    'bab7306b1739086546d9f0472ed4d5b11cf2371317e9dd1a10c082bcd590a3d2',
    1,
  ],
  ['an empty reason', anEvent({ reason: '' }), '2b2b744656e41299696cc516eb01c4a08cf24f4b06a1be0f2c577eb983905e33', 1],
  [
    'a reason of two lines that looks like lines',
    anEvent({ reason: 'a\ndata -\n' }),
    'f08832c843203ed1614109e8be755ff3e75a9e13dbe2a3f0c3abb11d062fb13d',
    1,
  ],
  [
    'a second event with a content',
    anEvent({ previous: 'a'.repeat(64), sequence: '2', content: 'b'.repeat(64), related: uuid(9) }),
    '76dedbc5e5f4196b6773fda3cecc29e4796ba1a4746a324bcaaac5e195f97fd4',
    1,
  ],
  [
    'characters outside of the first plane',
    anEvent({ reason: '\u{1f4c4} \u0928\u094d', data: '[1, "x"]' }),
    '726ba7a9a968aa95f613b869c9f0baed4bd7e82c88d66b80d3734cbc405d39f2',
    1,
  ],
];

describe('the canonical form of an event', () => {
  it.each(GOLDEN)('of %s has its hash', (_, values, hash, encoding) => {
    expect(read(formOf(values, encoding))?.hash).toBe(hash);
  });

  it('says who it is of, and what came before', () => {
    expect(read(formOf(EXAMPLE))).toMatchObject({
      encoding: 1,
      id: EXAMPLE.id,
      organisation: EXAMPLE.organisation,
      subject: EXAMPLE.subject,
      previous: EXAMPLE.previous,
      sequence: 1,
      name: 'file.returned',
      at: EXAMPLE.at,
      content: undefined,
    });
    expect(read(formOf({ ...EXAMPLE, previous: NO_HASH }))).toMatchObject({
      previous: '0'.repeat(64),
      data: EXAMPLE.data,
    });
    const content = 'c'.repeat(64);
    expect(read(formOf({ ...EXAMPLE, content }, 0))).toMatchObject({ encoding: 0, content });
    for (const kind of ['receipt', 'user', 'document', 'organisation', 'readings']) {
      const subject = `${kind} ${uuid(3)}`;
      expect(read(formOf({ ...EXAMPLE, subject }))).toMatchObject({ subject });
    }
    expect(read(formOf({ ...EXAMPLE, reason: '', sequence: '2147483647' }))).toMatchObject({ sequence: 2147483647 });
    expect(read(formOf({ ...EXAMPLE, reason: 'a\npost -\ncontent -\n' }))).toBeDefined();
    expect(read(formOf({ ...EXAMPLE, reason: 'कारण '.repeat(100) }))).toBeDefined();
    for (const optional of ['related', 'user', 'post', 'capacity', 'reason', 'content'] as const) {
      expect(read(formOf({ ...EXAMPLE, [optional]: undefined }))).toBeDefined();
    }
    expect(read(formOf(EXAMPLE))).toMatchObject({ user: uuid(4), post: uuid(5) });
  });

  it.each<[keyof EventValues, string | undefined]>([
    ...(['previous', 'id', 'organisation', 'subject', 'sequence', 'name', 'at', 'data'] as const)
      .flatMap((line): [keyof EventValues, string | undefined][] => [
        [line, undefined],
        [line, ''],
        [line, `${EXAMPLE[line] ?? ''}\n`],
        [line, `\n${EXAMPLE[line] ?? ''}`],
      ])
      .filter(([line, value]) => line !== 'data' || value?.endsWith('\n') !== true),
    ['previous', 'A'.repeat(64)],
    ['id', EXAMPLE.id?.toUpperCase()],
    ['subject', `letter ${uuid(1)}`],
    ['subject', `file  ${uuid(1)}`],
    ['sequence', '0'],
    ['sequence', '01'],
    ['sequence', '-1'],
    ['related', 'x'],
    ['user', 'x'],
    ['post', `${uuid(1)}0`],
    ['capacity', 'officer'],
    ['at', '2026-11-28T09:30:00Z'],
    ['at', '2026-11-28 09:30:00.123456Z'],
    ['data', 'x'],
    ['data', 'x{}'],
    ['content', 'c'.repeat(63)],
  ])('is none with the %s %j', (line, value) => {
    expect(read(formOf({ ...EXAMPLE, [line]: value }))).toBeUndefined();
  });

  it.each([
    '',
    'patravali event 2\n',
    formOf(EXAMPLE).replace('event 1', 'event 2'),
    ` ${formOf(EXAMPLE)}`,
    `${formOf(EXAMPLE)}\n`,
    formOf(EXAMPLE).slice(0, -1),
    // Each line ends with a line feed, and begins where the one before it ended.
    formOf(EXAMPLE).replace('\nid 36', ' id 36'),
    `${formOf(EXAMPLE).slice(0, -1)} `,
    formOf({ ...EXAMPLE, reason: 'abcde' }).replace('\nreason 5 ', '\n9reason 6 '),
    formOf(EXAMPLE).replace('id 36', 'id 036'),
    formOf(EXAMPLE).replace('id 36', 'id 35'),
    formOf(EXAMPLE).replace('id 36', 'id 37'),
    formOf(EXAMPLE).replace('id 36', 'id 9999999999'),
    formOf(EXAMPLE).replace('id 36', 'ID 36'),
    formOf(EXAMPLE).replace('related -\n', ''),
    formOf(EXAMPLE).replace('related -\n', 'related -\nrelated -\n'),
    formOf(EXAMPLE).replace('related -\n', 'related - \n'),
    formOf(EXAMPLE).replace('related -', 'relation -'),
    formOf(EXAMPLE).replace('post 36', 'past 36'),
    formOf(EXAMPLE).replaceAll('\n', '\r\n'),
  ])('is not %#', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is UTF-8', () => {
    const bytes = Buffer.from(formOf(EXAMPLE));
    bytes[bytes.indexOf(0xe0)] = 0xff;
    expect(readEvent(bytes)).toBeUndefined();
  });

  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '-', '1', '\n', 'क', '{', '"', '\u{1f4c4}'),
    maxLength: 12,
  });
  const maybe = fc.option(text, { nil: undefined });
  const anyEvent: fc.Arbitrary<EventValues> = fc.record({
    previous: text,
    id: text,
    organisation: text,
    subject: text,
    sequence: text,
    name: text,
    at: text,
    related: maybe,
    user: maybe,
    post: maybe,
    capacity: maybe,
    reason: maybe,
    data: text,
    content: maybe,
    rows: maybe,
  });
  const form = (event: EventValues) => formOf(event, 2);

  it('is never shared by two different events', () => {
    fc.assert(
      fc.property(anyEvent, anyEvent, fc.nat(14), (one, other, line) => {
        expect(form(one) === form(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
        // Nearly the same, too: one line is taken from the other event.
        const name = Object.keys(one)[line] as keyof EventValues;
        const mixed = { ...one, [name]: other[name] };
        expect(form(one) === form(mixed)).toBe(one[name] === other[name]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('never crashes who reads it, and is read in one way only', () => {
    const form = Buffer.from(formOf(EXAMPLE));
    fc.assert(
      fc.property(fc.nat(form.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(20), (at, bits, cut) => {
        const changed = Buffer.from(form);
        changed[at] = (changed[at] ?? 0) ^ bits;
        expect(readEvent(changed)?.hash).not.toBe(readEvent(form)?.hash);
        expect(readEvent(Buffer.concat([form.subarray(0, at), form.subarray(at + 1 + cut)]))).toBeUndefined();
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('an entry', () => {
  const [event] = manyEvents(1, 1);
  const written = event ? entryText(event) : '';
  const readText = (entry: string) => readEntry(fromText(entry));

  it('of an event is made from the event alone', () => {
    const form = formOf(EXAMPLE);
    const entry = {
      id: EXAMPLE.id ?? '',
      subject: EXAMPLE.subject ?? '',
      sequence: 1,
      previous: EXAMPLE.previous ?? '',
      hash: sha256(form).toString('hex'),
    };
    const found = read(form);
    expect(found && Buffer.from(entryOf(found)).toString()).toBe(entryText(entry));
    expect(readText(entryText(entry))).toEqual({
      kind: 'event',
      event: entry.id,
      subject: entry.subject,
      sequence: 1,
      previous: entry.previous,
      hash: entry.hash,
    });
  });

  it.each([
    ...['event', 'subject', 'sequence', 'previous', 'hash'].map((line) => written.replace(`${line} `, `${line}  `)),
    ...['event', 'subject', 'sequence', 'previous', 'hash'].map((line) => written.replace(`\n${line} `, `\n${line}s `)),
    `\n${written}`,
    `${written}\n`,
    written.slice(0, -1),
    written.replace('entry 1', 'entry 2'),
    written.replace('sequence 1', 'sequence 0'),
    written.replace('file', 'letter'),
  ])('is not %j', (text) => {
    expect(readText(text)).toBeUndefined();
  });

  it('of a key is accepted when the key before it signed it', async () => {
    const [first, second, thief] = [makeKey(), makeKey(), makeKey()];
    const firstKey = readVerifierKey(first.vkey);
    const entry = readText(keyEntryText(first, second));
    if (!firstKey || entry?.kind !== 'key') throw new Error('no key');
    const history = new KeyHistory(firstKey);
    expect([history.count, history.lastIndex, history.keyFor(10)]).toEqual([1, -1, firstKey]);
    expect(await history.accepts(entry)).toBe(true);
    const forged = readText(keyEntryText(thief, thief));
    expect(forged?.kind === 'key' && (await history.accepts(forged))).toBe(false);
    history.add(entry, 7);
    expect([history.count, history.lastIndex]).toEqual([2, 7]);
    expect([7, 8].map((size) => history.keyFor(size).text)).toEqual([first.vkey, second.vkey]);
    expect(await history.accepts(entry)).toBe(false);
  });

  it('of a key is signed by the last key, and names a key of the same log', async () => {
    const [first, second, third, fourth] = [makeKey(), makeKey(), makeKey(), makeKey()];
    const firstKey = readVerifierKey(first.vkey);
    const entryOfKey = (by: typeof first, next: typeof first) => {
      const entry = readText(keyEntryText(by, next));
      if (entry?.kind !== 'key') throw new Error('no key');
      return entry;
    };
    if (!firstKey) throw new Error('no key');
    const history = new KeyHistory(firstKey);
    expect(await history.accepts(entryOfKey(first, makeKey('other.example/log')))).toBe(false);
    history.add(entryOfKey(first, second), 1);
    history.add(entryOfKey(second, third), 2);
    expect(await history.accepts(entryOfKey(second, fourth))).toBe(false);
    expect(await history.accepts(entryOfKey(third, fourth))).toBe(true);
    expect([0, 1, 2, 3].map((size) => history.keyFor(size).text)).toEqual([
      first.vkey,
      first.vkey,
      second.vkey,
      third.vkey,
    ]);
  });

  const [one, other] = [makeKey(), makeKey()];
  const keyText = keyEntryText(one, other);
  it.each([
    keyText.slice(0, -1),
    `${keyText}\n`,
    `x${keyText}`,
    keyText.replace('from 2026', 'from  2026'),
    keyText.replace('key 1', 'key 2'),
    keyText.replace(/signature .*/, 'signature AAAA'),
    // Bits that say nothing.
    keyText.replace(/.==\n$/, 'B==\n'),
    keyText.replace(other.vkey, other.vkey.slice(0, -4)),
    keyEntryText(one, makeKey('witness.example', 4)),
  ])('of a key is not %#', (text) => {
    expect(readText(text)).toBeUndefined();
  });
});

describe('the heads of chains', () => {
  const hashOf = (number: number) => sha256(String(number)).toString('hex');
  const kinds = ['file', 'receipt', 'user', 'document', 'organisation'];

  it('remember the last event of each subject, of however many', () => {
    const heads = new ChainHeads();
    const expected = new Map<string, { sequence: number; hash: string }>();
    for (let number = 0; number < 40_000; number++) {
      const subject = `${kinds[(number % 18_001) % 5] ?? ''} ${uuid(number % 18_001)}`;
      const last = expected.get(subject) ?? { sequence: 0, hash: NONE };
      const event = { subject, sequence: last.sequence + 1, previous: last.hash, hash: hashOf(number) };
      if (number % 100 === 0) {
        expect(heads.follow({ ...event, sequence: event.sequence + 1 })).toBe(false);
        expect(heads.follow({ ...event, sequence: event.sequence - 1 })).toBe(false);
        for (const at of [0, 31, 63]) {
          const digits = Array.from(event.previous);
          digits[at] = digits[at] === '0' ? '1' : '0';
          expect(heads.follow({ ...event, previous: digits.join('') })).toBe(false);
        }
      }
      if (!heads.follow(event)) throw new Error(subject);
      expected.set(subject, event);
    }
    expect(heads.size).toBe(18_001);
  });

  it('begin with an event that names none before it, in any digit', () => {
    const heads = new ChainHeads();
    const first = { subject: `file ${uuid(1)}`, sequence: 1, hash: hashOf(1) };
    for (const at of [0, 40, 63]) {
      const previous = `${'0'.repeat(at)}1${'0'.repeat(63 - at)}`;
      expect(heads.follow({ ...first, previous })).toBe(false);
    }
    expect(heads.follow({ ...first, sequence: 2, previous: NONE })).toBe(false);
    expect(heads.size).toBe(0);
    expect(heads.follow({ ...first, previous: NONE })).toBe(true);
    expect(heads.size).toBe(1);
  });

  it('tell subjects apart by their kind and by each digit of their UUID', () => {
    const heads = new ChainHeads();
    const first = { sequence: 1, previous: NONE, hash: hashOf(1) };
    const digits = Array.from(uuid(0xabcdef)).flatMap((digit, at) =>
      digit === '-'
        ? []
        : [`${uuid(0xabcdef).slice(0, at)}${digit === '0' ? '1' : '0'}${uuid(0xabcdef).slice(at + 1)}`],
    );
    const subjects = [...kinds.map((kind) => `${kind} ${uuid(0xabcdef)}`), ...digits.map((id) => `file ${id}`)];
    for (const subject of subjects) expect(heads.follow({ ...first, subject })).toBe(true);
    expect(heads.size).toBe(5 + 32);
    for (const subject of subjects) expect(heads.follow({ ...first, subject })).toBe(false);
  });
});
