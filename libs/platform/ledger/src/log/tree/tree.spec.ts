import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { runs } from '../../../../../../test/support/run/runs';
import { GrowingTree, hashesIn } from './growing-tree';
import { EMPTY_ROOT, hashOfLeaf } from './hashes';
import { consistencyProof, inclusionProof, type SubtreeHash } from './proofs';
import { nameOfTile, rightmostTiles, type Tile, type TilePlace, TILE_WIDTH } from './tiles';

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definition of RFC 6962, word for word, without a thought of what it costs. */
function naiveRoot(entries: readonly Uint8Array[]): Buffer {
  const [only] = entries;
  if (!only) return sha256();
  if (entries.length === 1) return sha256(Buffer.from([0]), only);
  const k = naiveSplit(entries.length);
  return sha256(Buffer.from([1]), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

function naivePath(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return [];
  const k = naiveSplit(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m < k ? [...naivePath(m, left), naiveRoot(right)] : [...naivePath(m - k, right), naiveRoot(left)];
}

function naiveProof(m: number, entries: readonly Uint8Array[], isWhole = true): Buffer[] {
  if (m === entries.length) return isWhole ? [] : [naiveRoot(entries)];
  const k = naiveSplit(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m <= k
    ? [...naiveProof(m, left, isWhole), naiveRoot(right)]
    : [...naiveProof(m - k, right, false), naiveRoot(left)];
}

function naiveSplit(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The entries and the roots of the reference implementation of Certificate Transparency. */
const PUBLISHED_ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const PUBLISHED_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** Everything that a tree gave away while it grew, under its name. */
function grow(entries: readonly Uint8Array[], tree = new GrowingTree(), kept = new Map<string, Tile>()) {
  for (const entry of entries) for (const tile of tree.append(hashOfLeaf(entry))) kept.set(nameOfTile(tile), tile);
  for (const tile of tree.edge()) kept.set(nameOfTile(tile), tile);
  const read = (place: TilePlace) => {
    const tile = kept.get(nameOfTile(place));
    return tile ? Promise.resolve(tile.bytes) : Promise.reject(new Error(`no ${nameOfTile(place)}`));
  };
  return { tree, kept, read };
}

const naiveSubtree =
  (entries: readonly Uint8Array[]): SubtreeHash =>
  (height, index) =>
    Promise.resolve(naiveRoot(entries.slice(index * 2 ** height, (index + 1) * 2 ** height)));

const someEntries = (count: number) => Array.from({ length: count }, () => randomBytes(5));
const inHex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));

describe('the tree', () => {
  it('has the published roots', () => {
    const tree = new GrowingTree();
    expect(tree.root()).toEqual(EMPTY_ROOT);
    const roots = PUBLISHED_ENTRIES.map((entry) => {
      tree.append(hashOfLeaf(entry));
      return tree.root().toString('hex');
    });
    expect(roots).toEqual(PUBLISHED_ROOTS);
  });

  it('has the published proofs', async () => {
    const read = naiveSubtree(PUBLISHED_ENTRIES);
    expect(inHex(await inclusionProof(0, 8, read))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(inHex(await consistencyProof(6, 8, read))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it(
    'has the roots and proofs of the definition, whatever its size, and goes on from its tiles',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(70), fc.nat(70), fc.nat(1_000_000), async (first, more, drawn) => {
          const entries = someEntries(first + more);
          const { tree, kept, read } = grow(entries.slice(0, first));
          expect(tree.root()).toEqual(naiveRoot(entries.slice(0, first)));
          const opened = await GrowingTree.open(first, read);
          grow(entries.slice(first), opened, kept);
          expect(opened.size).toBe(entries.length);
          expect(opened.root()).toEqual(naiveRoot(entries));
          if (entries.length === 0) return;
          const index = drawn % entries.length;
          const subtree = naiveSubtree(entries);
          expect(await inclusionProof(index, entries.length, subtree)).toEqual(naivePath(index, entries));
          expect(await consistencyProof(index + 1, entries.length, subtree)).toEqual(naiveProof(index + 1, entries));
        }),
        { numRuns: runs(1_000) },
      );
    },
    runs(60_000),
  );

  it('has the tiles of the definition where it is larger than a tile', async () => {
    const entries = someEntries(TILE_WIDTH * 5 + 77);
    const { tree, kept } = grow(entries);
    const subtree = naiveSubtree(entries);
    for (const { level, index, width, bytes } of kept.values()) {
      for (const [at, hash] of hashesIn(bytes).entries())
        expect(hash).toEqual(await subtree(8 * Number(level), index * TILE_WIDTH + at));
      expect(bytes.length).toBe(width * 32);
    }
    expect([...kept.keys()].sort()).toEqual([
      'log/tile/0/000',
      'log/tile/0/001',
      'log/tile/0/002',
      'log/tile/0/003',
      'log/tile/0/004',
      'log/tile/0/005.p/77',
      'log/tile/1/000.p/5',
    ]);
    expect(tree.root()).toEqual(naiveRoot(entries));
  });

  it('gives no proof of what it does not hold', async () => {
    const read = naiveSubtree(someEntries(4));
    await expect(inclusionProof(4, 4, read)).rejects.toThrow();
    await expect(inclusionProof(-1, 4, read)).rejects.toThrow();
    await expect(consistencyProof(0, 4, read)).rejects.toThrow();
    await expect(consistencyProof(5, 4, read)).rejects.toThrow();
  });

  it('tried on a copy stays as it is', () => {
    const tree = new GrowingTree();
    tree.append(hashOfLeaf(Buffer.from('a')));
    const root = tree.root();
    tree.copy().append(hashOfLeaf(Buffer.from('b')));
    expect(tree.root()).toEqual(root);
    expect(tree.size).toBe(1);
  });
});

describe('the names of tiles', () => {
  it('are those of C2SP', () => {
    expect(nameOfTile({ level: 0, index: 1_234_067, width: TILE_WIDTH })).toBe('log/tile/0/x001/x234/067');
    expect(nameOfTile({ level: 'entries', index: 1_234_067, width: 8 })).toBe('log/tile/entries/x001/x234/067.p/8');
    expect(nameOfTile({ level: 63, index: 0, width: 1 })).toBe('log/tile/63/000.p/1');
  });

  it('are asked of C2SP’s example of 70,000 entries, and of one full tile', () => {
    expect(rightmostTiles(70_000)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(rightmostTiles(256)).toEqual([{ level: 1, index: 0, width: 1 }]);
    expect(rightmostTiles(0)).toEqual([]);
  });
});
