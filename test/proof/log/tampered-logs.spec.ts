import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderSource, readVerifierKey, verifyLog, Wrong } from '@patravali/verifier';
import fc from 'fast-check';
import { bundleOf, entriesOf, makeKey, writeLog } from '../../../libs/verifier/test/a-log';
import { runFolder } from '../../support/database/cluster';
import { runs } from '../../support/run/runs';

const SIZE = 700;
const key = makeKey();
const entries = entriesOf(SIZE, 40);
const PLACES = ['000', '001', '002.p/188'];
const HASHES = ['tile/0/000', 'tile/0/001', 'tile/0/002.p/188', 'tile/1/000.p/2', 'checkpoint'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(runFolder(), 'tampered-'));
  writeLog(folder, entries, [key]);
});

async function found(): Promise<Wrong | undefined> {
  const question = { key: readVerifierKey(key.vkey), witnesses: [], withEntries: true };
  const wrong: unknown = await verifyLog(folderSource(folder), question).catch((error: unknown) => error);
  if (wrong instanceof Error && !(wrong instanceof Wrong)) throw wrong;
  return wrong instanceof Wrong ? wrong : undefined;
}

/** Puts other bytes, or none, in the place of a file for as long as one look takes. */
async function foundWith(path: string, bytes: Uint8Array | undefined): Promise<Wrong | undefined> {
  const before = readFileSync(join(folder, path));
  if (bytes) writeFileSync(join(folder, path), bytes);
  else rmSync(join(folder, path));
  try {
    return await found();
  } finally {
    writeFileSync(join(folder, path), before);
  }
}

const flipped = (bytes: Buffer, at: number, bits: number) => {
  const changed = Buffer.from(bytes);
  changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ bits;
  return changed;
};

const place = fc.nat(SIZE - 1);
const bits = fc.integer({ min: 1, max: 255 });
const numRuns = runs(50);

/** The file of entries that holds this one, as it would be with other entries in it. */
function changedBundle(index: number, change: (group: Uint8Array[], at: number) => void): [string, Uint8Array] {
  const number = Math.floor(index / 256);
  const group = entries.slice(number * 256, (number + 1) * 256);
  change(group, index % 256);
  return [`tile/entries/${PLACES[number] ?? ''}`, bundleOf(group)];
}

describe('a log in which somebody changed', () => {
  it('nothing gives no alarm', async () => {
    for (let time = 0; time < runs(20); time++) expect(await found()).toBeUndefined();
  });

  it('a byte of the entries: the entry is named', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.nat(400), bits, async (index, at, turned) => {
        const number = Math.floor(index / 256);
        const bytes = bundleOf(entries.slice(number * 256, (number + 1) * 256));
        const start = bundleOf(entries.slice(number * 256, index)).length;
        const length = 2 + (entries[index]?.length ?? 0);
        const changed = flipped(bytes, start + (at % length), turned);
        const wrong = await foundWith(`tile/entries/${PLACES[number] ?? ''}`, changed);
        expect(wrong?.code).toMatch(/^entry-changed$|^entries-unreadable$/);
        expect(wrong?.particulars).toMatchObject({ index });
      }),
      { numRuns },
    );
  });

  it('which entries there are, or their order: the first one is named', async () => {
    const change = fc.constantFrom('delete', 'insert', 'swap', 'cut');
    await fc.assert(
      fc.asyncProperty(place, fc.nat(254), change, async (index, distance, how) => {
        let first = index;
        const [path, bytes] = changedBundle(index, (group, at) => {
          if (how === 'delete') group.splice(at, 1);
          if (how === 'insert') group.splice(at, 0, Buffer.from('patravali entry 1\n'));
          if (how === 'cut') group.length = at;
          if (how !== 'swap') return;
          const other = (at + 1 + (distance % (group.length - 1))) % group.length;
          const [one, two] = [group[at], group[other]];
          if (one && two) [group[at], group[other]] = [two, one];
          first = index - at + Math.min(at, other);
        });
        const wrong = await foundWith(path, bytes);
        expect(wrong?.code).toMatch(/^entry-changed$|^entries-unreadable$/);
        expect(wrong?.particulars).toMatchObject({ index: first });
      }),
      { numRuns },
    );
  });

  it('a tile or the checkpoint: it is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...HASHES), fc.nat(10_000), bits, async (path, at, turned) => {
        const wrong = await foundWith(path, flipped(readFileSync(join(folder, path)), at, turned));
        if (path === 'checkpoint') expect(wrong).toBeDefined();
        else expect(wrong).toMatchObject({ code: 'tile-changed', particulars: { path } });
      }),
      { numRuns },
    );
  });

  it('which files there are: what is missing or cut off is named', async () => {
    const paths = [...HASHES, ...PLACES.map((number) => `tile/entries/${number}`)];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.option(fc.nat(100_000)), async (path, length) => {
        const bytes = readFileSync(join(folder, path));
        const wrong = await foundWith(path, length === null ? undefined : bytes.subarray(0, length % bytes.length));
        expect(wrong?.code).toMatch(/missing|unreadable/);
        if (path !== 'checkpoint') expect(wrong?.particulars).toMatchObject({ path });
      }),
      { numRuns },
    );
  });
});
