import { lossEntryText, lostKeyEntryText, makeKey, NONE, sha256, uuid } from '../../test/a-log';
import { fromText } from '../primitives/bytes';
import { readVerifierKey, type VerifierKey } from '../notes/verifier-key';
import { ChainHeads } from './chain-heads';
import { KeyHistory, readEntry } from './entry';

describe('an entry of a loss', () => {
  const readText = (entry: string) => readEntry(fromText(entry));
  const key = makeKey();
  const at = '2026-11-28T09:30:00Z';

  it('says which events, or which key, when and why', () => {
    const reason = 'पुराना बैकअप';
    expect(readText(lossEntryText('3-15', reason))).toEqual({ kind: 'loss', from: 3, to: 15, at, reason });
    expect(readText(lossEntryText('3-', reason))).toEqual({ kind: 'loss', from: 3, to: undefined, at, reason });
    const lost = readText(lostKeyEntryText(key, 'a note', reason));
    expect(lost).toMatchObject({ kind: 'lost key', key: { text: key.vkey }, at, reason });
    expect(lost?.kind === 'lost key' && String(Buffer.from(lost.checkpoint ?? []))).toBe('a note');
    expect(readText(lostKeyEntryText(key, null))).toMatchObject({ checkpoint: undefined });
  });

  const [loss, lost] = [lossEntryText('3-15'), lostKeyEntryText(key, 'a note')];
  it.each([
    ...[loss, lost].flatMap((text) => [
      `x${text}`,
      `${text}\n`,
      text.slice(0, -1),
      text.replace(/reason .*/, 'reason '),
    ]),
    ...[loss, lost].flatMap((text) => [text.replace(' 1\n', ' 2\n'), text.replace('30:00Z', '30:00')]),
    ...['03-15', '3-015', '3', '-15', '3-x', '3-1000000000000000'].map((entries) => lossEntryText(entries)),
    lost.replace(/checkpoint .*/, 'checkpoint A'),
    lost.replace(/checkpoint .*/, 'checkpoint '),
    lostKeyEntryText(makeKey('witness.example', 4), null),
  ])('is not %#', (text) => {
    expect(readText(text)).toBeUndefined();
  });

  it('is believed by who was given no key, or this one, for the same log', () => {
    const [first, other] = [key, makeKey()].map(({ vkey }) => readVerifierKey(vkey));
    const [entry, elsewhere] = [makeKey(), makeKey('other.example/log')].map((of) =>
      readText(lostKeyEntryText(of, null)),
    );
    if (!first || !other || entry?.kind !== 'lost key' || elsewhere?.kind !== 'lost key') throw new Error('no key');
    const believes = (others: readonly VerifierKey[] | undefined) => new KeyHistory(first, others).believes(entry);
    expect([believes(undefined), believes([]), believes([other]), believes([other, entry.key])]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(new KeyHistory(first).believes(elsewhere)).toBe(false);
  });
});

describe('the heads of chains, when events are lost', () => {
  const hashOf = (number: number) => sha256(String(number)).toString('hex');
  const subject = `file ${uuid(1)}`;
  const event = (sequence: number, hash: number, previous = hash - 1) => ({
    subject,
    sequence,
    hash: hashOf(hash),
    previous: sequence === 1 ? NONE : hashOf(previous),
  });

  it('go back by the last event, down to none, and on from there', () => {
    const heads = new ChainHeads();
    expect(heads.goBack(event(1, 1))).toBe(false);
    for (let number = 1; number <= 3; number++) expect(heads.follow(event(number, number))).toBe(true);
    for (const other of [event(2, 2), event(3, 4), event(4, 3), { ...event(3, 3), subject: `file ${uuid(2)}` }])
      expect(heads.goBack(other)).toBe(false);
    expect(heads.goBack(event(3, 3))).toBe(true);
    expect(heads.follow(event(4, 4))).toBe(false);
    expect(heads.follow(event(3, 5, 3))).toBe(false);
    expect(heads.follow(event(3, 5, 2))).toBe(true);
    for (const lost of [event(3, 5, 2), event(2, 2), event(1, 1)]) expect(heads.goBack(lost)).toBe(true);
    expect(heads.goBack(event(1, 1))).toBe(false);
    expect(heads.follow(event(2, 2))).toBe(false);
    expect(heads.follow(event(1, 9))).toBe(true);
    expect(heads.size).toBe(1);
  });
});
