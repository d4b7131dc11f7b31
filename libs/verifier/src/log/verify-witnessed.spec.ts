import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointText, cosignature, entriesOf, makeKey, signedNote, write, writeLog } from '../../test/a-log';
import { keyOf } from '../../test/key-of';
import { naiveRoot } from '../../test/naive-tree';
import { useLogFolder } from '../../test/use-log-folder';
import { Wrong } from '../primitives/wrong';
import { folderSource } from './log-source';
import { verifyLog } from './verify-log';

const key = makeKey();

const { folder, ask, whatIsWrong } = useLogFolder(key);

describe('a log that is witnessed', () => {
  it('is signed by its witnesses', async () => {
    const [witness, other] = [makeKey('witness.example', 4), makeKey('witness.example', 4)];
    writeLog(folder(), entriesOf(3), [key]);
    const note = readFileSync(join(folder(), 'checkpoint'), 'utf8');
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    write(folder(), 'checkpoint', note + cosignature(witness, text, 1_700_000_000));
    const witnesses = [witness, other].map(keyOf);
    expect(await ask({ witnesses: witnesses.slice(0, 1) })).toMatchObject({ size: 3 });
    expect(await whatIsWrong({ witnesses })).toEqual({ code: 'cosignature-missing', key: other.vkey });
  });

  it('begins with what its witness has signed before', async () => {
    const witness = makeKey('witness.example', 4);
    const witnesses = [keyOf(witness)];
    const all = entriesOf(600);
    writeLog(folder(), all, [key]);
    const seen = (size: number, of = all, by = key) => {
      const text = checkpointText(size, naiveRoot(of.slice(0, size)));
      return signedNote(text, by) + cosignature(witness, text, 1_700_000_000);
    };
    for (const size of [1, 256, 300, 600]) {
      write(folder(), 'witnessed', seen(size));
      for (const withEntries of [true, false])
        expect(await ask({ witnesses, withEntries })).toMatchObject({ witnessed: [{ size }] });
    }
    const others = entriesOf(700).slice(100);
    for (const [note, size] of [
      [seen(300, others), 300],
      [seen(300, all, makeKey()), 300],
      [seen(601, others), 601],
    ] as const) {
      write(folder(), 'witnessed', note);
      expect(await whatIsWrong({ witnesses })).toEqual({ code: 'witnessed-differs', size });
    }
    const elsewhere = checkpointText(300, naiveRoot(all.slice(0, 300)), 'other.example/log');
    write(folder(), 'witnessed', signedNote(elsewhere, key) + cosignature(witness, elsewhere, 1_700_000_000));
    expect(await whatIsWrong({ witnesses })).toEqual({ code: 'witnessed-differs', size: 300 });
    for (const note of ['x', signedNote(checkpointText(300, naiveRoot(all.slice(0, 300))), key)]) {
      write(folder(), 'witnessed', note);
      expect(await whatIsWrong({ witnesses })).toEqual({ code: 'cosignature-missing', key: witness.vkey });
    }
  });
});

describe('a log whose witness has signed more than its checkpoint', () => {
  const witness = makeKey('witness.example', 4);
  const witnesses = [keyOf(witness)];
  const all = entriesOf(600);
  beforeEach(() => {
    writeLog(folder(), all, [key]);
    const text = checkpointText(600, naiveRoot(all));
    write(folder(), 'witnessed', signedNote(text, key) + cosignature(witness, text, 1_700_000_000));
    write(folder(), 'checkpoint', signedNote(checkpointText(300, naiveRoot(all.slice(0, 300))), key));
    write(folder(), 'tile/1/000.p/1', readFileSync(join(folder(), 'tile/1/000.p/2')).subarray(0, 32));
  });

  it('is witnessed as far as it goes', async () => {
    expect(await ask({ witnesses })).toMatchObject({ size: 300, witnessed: [{ size: 300 }] });
  });

  it('is another one when hashes are gone that would show it, and not judged when they cannot be asked for', async () => {
    const files = folderSource(folder());
    let hasWitnessed = false;
    const askWhileTilesAre = (later: (path: string) => Promise<undefined>) => {
      hasWitnessed = false;
      return verifyLog(
        {
          read: (path, most) => {
            hasWitnessed ||= path === 'witnessed';
            return hasWitnessed && path.startsWith('tile/') ? later(path) : files.read(path, most);
          },
        },
        { key: keyOf(key), witnesses, withEntries: true },
      );
    };
    await expect(askWhileTilesAre(() => Promise.resolve(undefined))).rejects.toMatchObject({
      code: 'witnessed-differs',
    });
    const away = new Wrong('target-unreadable', { path: 'x' });
    await expect(askWhileTilesAre(() => Promise.reject(away))).rejects.toBe(away);
    const broken = new Error('The disk');
    await expect(askWhileTilesAre(() => Promise.reject(broken))).rejects.toBe(broken);
  });
});
