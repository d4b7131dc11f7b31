import { type BundleFiles, BundleUnderWay, list, zipOfFiles } from '../../test/a-bundle';
import { entryText, lossEntryText, makeKey, NONE, sha256, uuid, type WrittenEvent } from '../../test/a-log';
import { Wrong } from '../primitives/wrong';
import { verifyBundle } from '../bundle/verify-bundle';
import { zipContainer } from '../bundle/zip';
import { factsOfBundle, outcomeOf } from './facts';
import { sentence } from './words/sentence';

const key = makeKey();
const FILE = `file ${uuid(0xf1)}`;
const OTHER = `receipt ${uuid(0xf2)}`;
const [C, D] = [uuid(0xc0), uuid(0xc1)];
const ask = (files: BundleFiles) => verifyBundle(zipContainer(zipOfFiles(files)), { witnesses: [] });

async function found(files: BundleFiles): Promise<unknown> {
  const wrong: unknown = await ask(files).catch((error: unknown) => error);
  return wrong instanceof Wrong ? { code: wrong.code, ...wrong.particulars } : wrong;
}

/** The next event of this chain, or the one after another, which is lost. */
function lostAfter(bundle: BundleUnderWay, subject: string, id: string, before?: WrittenEvent): WrittenEvent {
  const { sequence, hash } = before ?? bundle.headOf(subject);
  return { id, subject, sequence: sequence + 1, previous: hash, hash: sha256(id).toString('hex') };
}

/** @param happen what stands in the log after five entries of others. @returns what is said to be lost. */
function aBundleOf(happen: (bundle: BundleUnderWay) => readonly string[]): BundleFiles {
  const bundle = new BundleUnderWay();
  const lost = happen(bundle);
  bundle.prove(key);
  list(bundle.files, key.vkey, undefined, lost);
  return bundle.files;
}

/** Of a file with two events two more are lost, at 7 and 8, which entry 9 says; then a third has happened. */
function twoLost(bundle: BundleUnderWay): string[] {
  bundle.addEvents(FILE, 0xa0, [{}, {}]);
  const third = lostAfter(bundle, FILE, C);
  bundle.addLost(third);
  bundle.addLost(lostAfter(bundle, FILE, D, third));
  bundle.addLoss(1, '7-8');
  bundle.addEvents(FILE, 0xa2, [{}]);
  return [C, D];
}

/** After somebody has changed it, who knows how the manifest is written. */
function foundAfter(change: (files: BundleFiles) => readonly string[] | undefined): Promise<unknown> {
  const files = aBundleOf(twoLost);
  list(files, key.vkey, undefined, change(files) ?? [C, D]);
  return found(files);
}

describe('a bundle of what has lost events', () => {
  it('is right, and says before all else how many, when and why', async () => {
    const answer = await ask(aBundleOf(twoLost));
    const loss = { index: 9, at: '2026-11-28T09:30:00Z', reason: 'An older backup.', count: 2 };
    expect(answer).toMatchObject({ events: 3, subjects: 1, others: [], losses: [loss], lostKeys: [], size: 11 });
    const facts = factsOfBundle(answer, { witnesses: [] });
    expect(facts[0]).toEqual({ code: 'bundle-events-lost', particulars: loss });
    expect(outcomeOf(facts)).toBe('right-after-loss');
    const { en, hi } = sentence('bundle-events-lost', loss);
    expect(en).toContain(
      'lost events: 2. It said so on 2026-11-28T09:30:00Z in entry 9 of its log: “An older backup.”',
    );
    expect(hi).toContain('खो दी हैं: 2। उसने 2026-11-28T09:30:00Z को अपने लॉग की प्रविष्टि 9 में');
    expect(outcomeOf(facts.slice(1))).toBe('right');
  });

  it('may have lost all events of a subject, at several times, of several subjects', async () => {
    const files = aBundleOf((bundle) => {
      bundle.addLost(lostAfter(bundle, FILE, C));
      bundle.addLoss(1, '5-5');
      bundle.addEvents(FILE, 0xa0, [{}]);
      bundle.addEvents(OTHER, 0xb0, [{}]);
      bundle.addLost(lostAfter(bundle, OTHER, D));
      bundle.addLoss(2, '6-9');
      return [D, C];
    });
    expect(await ask(files)).toMatchObject({
      losses: [
        { index: 6, count: 1 },
        { index: 10, count: 1 },
      ],
    });
  });

  it('may leave something out as well', async () => {
    const files = aBundleOf(twoLost);
    const first = `events/file-${uuid(0xf1)}/000001.event`;
    files.delete(first);
    list(files, key.vkey, { documents: [], events: [uuid(0xa0)] }, [C, D]);
    expect(await found(files)).toMatchObject({ eventsLeftOut: 1, losses: [{ count: 2 }] });
    list(files, key.vkey, { documents: [], events: [] }, [C, D]);
    expect(await found(files)).toEqual({ code: 'event-gap', path: first });
  });

  it('says of none that it is lost without the entry that says so', async () => {
    const untold = { code: 'loss-untold', path: `lost/${C}.entry` };
    const without = (files: BundleFiles) => {
      files.delete('losses/1.entry');
      files.delete('losses/1.tlog-proof');
      return undefined;
    };
    expect(await foundAfter(without)).toEqual(untold);
    for (const [stretch, id] of [
      ['8-8', C],
      ['7-7', D],
      ['0-6', C],
    ] as const) {
      const told = aBundleOf((bundle) => {
        bundle.addEvents(FILE, 0xa0, [{}, {}]);
        const third = lostAfter(bundle, FILE, C);
        bundle.addLost(third);
        bundle.addLost(lostAfter(bundle, FILE, D, third));
        bundle.addLoss(1, stretch);
        return [C, D];
      });
      expect([stretch, await found(told)]).toEqual([stretch, { code: 'loss-untold', path: `lost/${id}.entry` }]);
    }
  });

  it('proves each entry of an event that is lost, and each that says so', async () => {
    const entry = (files: BundleFiles, path: string) => files.get(path)?.toString() ?? '';
    const put = (path: string, text: (before: string) => string) => (files: BundleFiles) => {
      files.set(path, Buffer.from(text(entry(files, path))));
      return undefined;
    };
    const gone = (path: string) => (files: BundleFiles) => {
      files.delete(path);
      return undefined;
    };
    for (const path of [`lost/${C}.entry`, `lost/${C}.tlog-proof`, 'losses/1.tlog-proof'])
      expect(await foundAfter(gone(path))).toEqual({ code: 'file-missing', path });
    const forged = put('losses/1.entry', (text) => text.replace('older', 'other'));
    expect(await foundAfter(forged)).toEqual({ code: 'proof-wrong', path: 'losses/1.tlog-proof' });
    const another = put(`lost/${C}.entry`, (text) => text.replace(/hash .*/, `hash ${NONE}`));
    expect(await foundAfter(another)).toEqual({ code: 'proof-wrong', path: `lost/${C}.tlog-proof` });
    for (const text of ['x', lossEntryText('7-8'), entryText(lostAfter(new BundleUnderWay(), FILE, D))]) {
      const path = `lost/${C}.entry`;
      expect(await foundAfter(put(path, () => text))).toEqual({ code: 'entry-of-other-event', path });
    }
    for (const text of ['x', lossEntryText('9-'), entryText(lostAfter(new BundleUnderWay(), FILE, D))]) {
      const path = 'losses/1.entry';
      expect(await foundAfter(put(path, () => text))).toEqual({ code: 'file-unexpected', path });
    }
  });

  it('holds no entry of a loss that is none, or that is of nothing here', async () => {
    for (const stretch of ['9-9', '8-7', '7-10']) {
      const wrong = aBundleOf((bundle) => {
        bundle.addEvents(FILE, 0xa0, [{}, {}]);
        bundle.addLost(lostAfter(bundle, FILE, C));
        bundle.addEvents(OTHER, 0xb0, [{}]);
        bundle.addLoss(1, stretch);
        return [C];
      });
      expect([stretch, await found(wrong)]).toEqual([stretch, { code: 'entry-unreadable', index: 9 }]);
    }
    const unneeded = aBundleOf((bundle) => {
      const lost = twoLost(bundle);
      bundle.addLoss(2, '0-1');
      return lost;
    });
    expect(await found(unneeded)).toEqual({ code: 'file-unexpected', path: 'losses/2.entry' });
  });

  it('holds nothing of a loss that its manifest does not name', async () => {
    const files = aBundleOf(twoLost);
    list(files, key.vkey);
    expect(await found(files)).toEqual({ code: 'file-unexpected', path: `lost/${C}.entry` });
    expect(await foundAfter(() => [C])).toEqual({ code: 'file-unexpected', path: `lost/${D}.entry` });
  });

  it('says it of events that hang on its chains alone', async () => {
    expect(await foundAfter(() => [D])).toEqual({ code: 'chain-broken', index: 8, subject: FILE, sequence: 4 });
    const ofNothing = aBundleOf((bundle) => {
      bundle.addEvents(FILE, 0xa0, [{}]);
      bundle.addLost(lostAfter(bundle, OTHER, C));
      bundle.addLoss(1, '6-6');
      return [C];
    });
    expect(await found(ofNothing)).toEqual({ code: 'event-misplaced', path: `lost/${C}.entry` });
    for (const change of [
      { previous: NONE },
      { previous: 'a'.repeat(64) },
      { sequence: 2 },
      { sequence: 4 },
      { sequence: 1 },
    ]) {
      const wrong = aBundleOf((bundle) => {
        bundle.addEvents(FILE, 0xa0, [{}, {}]);
        bundle.addLost({ ...lostAfter(bundle, FILE, C), ...change });
        bundle.addLoss(1, '7-7');
        return [C];
      });
      expect([change, await found(wrong)]).toMatchObject([change, { code: 'chain-broken', index: 7, subject: FILE }]);
    }
  });

  it('does not say it of an event that is there, nor of one before others that were there', async () => {
    const there = aBundleOf((bundle) => {
      bundle.addEvents(FILE, 0xa0, [{}, {}]);
      const { hash, sequence } = bundle.headOf(FILE);
      const previous =
        bundle.files
          .get(`entries/${uuid(0xa1)}.entry`)
          ?.toString()
          .match(/previous (.*)/)?.[1] ?? '';
      bundle.addLost({ id: uuid(0xa1), subject: FILE, sequence, previous, hash });
      bundle.addLoss(1, '7-7');
      return [uuid(0xa1)];
    });
    expect(await found(there)).toEqual({ code: 'loss-contradicts', index: 8, lost: 7 });
    const inBetween = aBundleOf((bundle) => {
      bundle.addEvents(FILE, 0xa0, [{}, {}]);
      bundle.addLost(lostAfter(bundle, FILE, C));
      bundle.addEvents(FILE, 0xa2, [{}]);
      bundle.addLoss(1, '7-7');
      return [C];
    });
    expect(await found(inBetween)).toEqual({ code: 'loss-contradicts', index: 9, lost: 7 });
  });
});
