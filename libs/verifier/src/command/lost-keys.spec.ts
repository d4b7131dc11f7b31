import { type BundleFiles, BundleUnderWay, list, zipOfFiles } from '../../test/a-bundle';
import { aBundleAfterLostKey } from '../../test/a-bundle-after-loss';
import { type LogKey, makeKey, uuid } from '../../test/a-log';
import { keyOf } from '../../test/key-of';
import type { VerifierKey } from '../notes/verifier-key';
import { Wrong } from '../primitives/wrong';
import { verifyBundle } from '../bundle/verify-bundle';
import { zipContainer } from '../bundle/zip';
import { factsOfBundle, outcomeOf } from './facts';

const [first, second, third] = [makeKey(), makeKey(), makeKey()];
const FILE = `file ${uuid(0xf1)}`;
const givenKeys = (...[key, ...laterKeys]: readonly VerifierKey[]) => ({ key, laterKeys });

async function ask(files: BundleFiles, ...given: readonly LogKey[]): Promise<unknown> {
  const question = { witnesses: [], ...(given.length > 0 && givenKeys(...given.map(keyOf))) };
  const wrong: unknown = await verifyBundle(zipContainer(zipOfFiles(files)), question).catch((error: unknown) => error);
  return wrong instanceof Wrong ? { code: wrong.code, ...wrong.particulars } : wrong;
}

describe('a bundle made before the key of the log was lost', () => {
  const files = aBundleAfterLostKey([first]);

  it('stays right by the key that was lost, whatever other keys are given with it', async () => {
    const right = { keyChanges: 0, lostKeys: [], events: 3 };
    expect(await ask(files)).toMatchObject(right);
    expect(await ask(files, first)).toMatchObject(right);
    expect(await ask(files, first, second)).toMatchObject(right);
  });

  it('is not right by the key after it alone', async () => {
    expect(await ask(files, second)).toEqual({ code: 'checkpoint-unsigned', key: second.vkey });
  });
});

describe('a bundle made after the key of the log was lost', () => {
  const files = aBundleAfterLostKey([first, second]);
  const lost = { kind: 'lost key', index: 7, reason: 'The disk.', at: '2026-11-28T09:30:00Z', key: keyOf(second) };
  const right = { keyChanges: 1, lostKeys: [lost], events: 3, size: 9 };

  it('is right by both keys, and says before all else that one was lost', async () => {
    expect(await ask(files, first, second)).toMatchObject(right);
    expect(await ask(files, first, third, second)).toMatchObject(right);
    const answer = await verifyBundle(zipContainer(zipOfFiles(files)), {
      witnesses: [],
      key: keyOf(first),
      laterKeys: [keyOf(second)],
    });
    const facts = factsOfBundle(answer, { witnesses: [], key: keyOf(first) });
    expect(facts[0]).toMatchObject({ code: 'key-lost', particulars: { index: 7, key: second.vkey } });
    expect(outcomeOf(facts)).toBe('right-after-loss');
  });

  it('is right by the keys that stand in it, which it says', async () => {
    expect(await ask(files)).toMatchObject({ ...right, firstKey: { text: first.vkey } });
  });

  it('is not believed by who knows the first key alone, the second alone, or another', async () => {
    const unannounced = { code: 'key-unannounced', index: 7, key: second.vkey };
    expect(await ask(files, first)).toEqual(unannounced);
    expect(await ask(files, first, third)).toEqual(unannounced);
    expect(await ask(files, second)).toEqual(unannounced);
    expect(await ask(files, second, first)).toEqual(unannounced);
  });

  it('may have got further keys since, each signed by the one before it', async () => {
    expect(await ask(aBundleAfterLostKey([first, second, third]), first, second)).toMatchObject({
      keyChanges: 2,
      lostKeys: [lost],
    });
  });

  it('may have lost a key that had signed nothing', async () => {
    expect(await ask(aBundleAfterLostKey([first, second], () => null))).toMatchObject(right);
  });

  it('holds what the lost key has signed last, of this log and no longer than it was', async () => {
    const notes: readonly ((bundle: BundleUnderWay) => string)[] = [
      () => 'x',
      (bundle) => bundle.note(third),
      (bundle) => bundle.note(first, bundle.size, 'other.example/log'),
      (bundle) => bundle.note(first).replace('\n7\n', '\n8\n'),
      () => longer(),
    ];
    for (const note of notes)
      expect(await ask(aBundleAfterLostKey([first, second], note))).toEqual({ code: 'key-unsigned', index: 7 });
    expect(await ask(aBundleAfterLostKey([first, second], (bundle) => bundle.note(first, 3)))).toMatchObject(right);
  });

  it('contradicts a proof by the lost key over other entries of that number', async () => {
    const proof = `proofs/${uuid(0xa0)}.tlog-proof`;
    const bundle = new BundleUnderWay();
    bundle.addEvents(FILE, 0xa0, [{}, {}]);
    const other = new BundleUnderWay();
    other.addEvents(FILE, 0xb0, [{}, {}]);
    bundle.addLostKey(second, other.note(first), 1);
    bundle.prove(second);
    bundle.proveBefore(proof, 7, first);
    list(bundle.files, first.vkey);
    expect(await ask(bundle.files)).toEqual({ code: 'checkpoint-contradicts', path: proof });
  });

  /** Of eight entries, before the key at 7 was lost. */
  function longer(): string {
    const bundle = new BundleUnderWay();
    bundle.addEvents(FILE, 0xa0, [{}, {}, {}]);
    return bundle.note(first);
  }
});
