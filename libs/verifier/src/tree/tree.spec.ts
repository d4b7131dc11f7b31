import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { runs } from '../../../../test/support/run/runs';
import { naiveConsistency, naiveInclusion, naiveRoot } from '../../test/naive-tree';
import { Frontier } from './frontier';
import { EMPTY_ROOT, leafHash, nodeHash } from './hashing';
import { isConsistent, rootOfInclusion } from './proofs';
import { hashesOf, hashOfFullTile, TILE_BYTES, tilePath, tilesOf } from './tiles';

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const hexOf = (hash: Uint8Array | undefined) => Buffer.from(hash ?? []).toString('hex');

/** The published examples of RFC 6962: leaves, and the root of the first one, two, … of them (Certificate Transparency). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const root = (size: number) => bytes(ROOTS[size - 1] ?? '');
const leaf = (index: number) => leafHash(bytes(LEAVES[index] ?? ''));

describe('the published examples of RFC 6962', () => {
  it('have these roots', () => {
    expect(hexOf(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hexOf(Frontier.empty().root())).toBe(hexOf(EMPTY_ROOT));
    const frontier = Frontier.empty();
    for (const [at, expected] of ROOTS.entries()) {
      frontier.push(leaf(at));
      expect(hexOf(frontier.root())).toBe(expected);
    }
    expect(hexOf(leafHash(Buffer.from('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    expect(hexOf(nodeHash(Buffer.from('N123'), Buffer.from('N456')))).not.toBe('');
  });

  it('prove inclusion', () => {
    const proof = [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ].map(bytes);
    expect(hexOf(rootOfInclusion(leaf(5), 5, 8, proof))).toBe(ROOTS[7]);
    expect(hexOf(rootOfInclusion(leaf(5), 4, 8, proof))).not.toBe(ROOTS[7]);
    expect(hexOf(rootOfInclusion(leaf(2), 2, 3, [root(2)]))).toBe(ROOTS[2]);
    expect(hexOf(rootOfInclusion(leaf(0), 0, 1, []))).toBe(ROOTS[0]);
  });

  it('prove consistency', () => {
    const proof = [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ].map(bytes);
    const head = (size: number) => ({ size, root: root(size) });
    expect(isConsistent(head(6), head(8), proof)).toBe(true);
    expect(isConsistent({ size: 6, root: root(5) }, head(8), proof)).toBe(false);
    const two = [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ].map(bytes);
    expect(isConsistent(head(2), head(5), two)).toBe(true);
    expect(isConsistent(head(2), head(5), two.slice(1))).toBe(false);
  });
});

const someLeaves = fc.array(fc.uint8Array({ maxLength: 3 }), { minLength: 1, maxLength: 70 });
/** A tree, a place in it, and the number of a bit to turn round. */
const aTree = someLeaves.chain((leaves) =>
  fc.record({ leaves: fc.constant(leaves), place: fc.nat(leaves.length - 1), bit: fc.nat(255) }),
);
const numRuns = runs(1_000);

function turned(hashes: readonly Uint8Array[], bit: number): Uint8Array[] {
  const copies = hashes.map((hash) => Uint8Array.from(hash));
  const chosen = copies[bit % copies.length];
  if (chosen) chosen[bit >> 3] = (chosen[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copies;
}

describe('random trees', () => {
  it('have the root of the definition, also when they are put together from complete subtrees', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(4), (leaves, height) => {
        const [one, by] = [Frontier.empty(), 2 ** height];
        const grouped = Frontier.empty();
        for (const data of leaves) one.push(leafHash(data));
        for (let at = 0; at < leaves.length; at += by) {
          const group = leaves.slice(at, at + by);
          if (group.length === by) grouped.push(hashOfFullTile(group.map(leafHash)), height);
          else for (const data of group) grouped.push(leafHash(data));
        }
        expect(hexOf(one.root())).toBe(hexOf(naiveRoot(leaves)));
        expect(hexOf(grouped.root())).toBe(hexOf(naiveRoot(leaves)));
      }),
      { numRuns },
    );
  });

  it('prove what they contain, and nothing else', () => {
    fc.assert(
      fc.property(aTree, ({ leaves, place, bit }) => {
        const data = leafHash(leaves[place] ?? new Uint8Array());
        const proof = naiveInclusion(place, leaves);
        const expected = hexOf(naiveRoot(leaves));
        const size = leaves.length;
        expect(hexOf(rootOfInclusion(data, place, size, proof))).toBe(expected);
        expect(hexOf(rootOfInclusion(turned([data], bit)[0] ?? data, place, size, proof))).not.toBe(expected);
        if (proof.length > 0) {
          expect(hexOf(rootOfInclusion(data, place, size, turned(proof, bit)))).not.toBe(expected);
          expect(rootOfInclusion(data, place, size, proof.slice(1))).toBeUndefined();
        }
        expect(rootOfInclusion(data, place, size, [...proof, data])).toBeUndefined();
        expect(rootOfInclusion(data, size, size, proof)).toBeUndefined();
      }),
      { numRuns },
    );
  });

  it('prove what they began with, and nothing else', () => {
    fc.assert(
      fc.property(aTree, ({ leaves, place, bit }) => {
        const now = { size: leaves.length, root: naiveRoot(leaves) };
        const old = { size: place + 1, root: naiveRoot(leaves.slice(0, place + 1)) };
        const proof = naiveConsistency(old.size, leaves);
        expect(isConsistent(old, now, proof)).toBe(true);
        expect(isConsistent({ ...old, root: turned([old.root], bit)[0] ?? old.root }, now, proof)).toBe(false);
        expect(isConsistent(old, { ...now, root: turned([now.root], bit)[0] ?? now.root }, proof)).toBe(false);
        expect(isConsistent(old, now, [...proof, old.root])).toBe(false);
        if (proof.length > 0) {
          expect(isConsistent(old, now, turned(proof, bit))).toBe(false);
          expect(isConsistent(old, now, proof.slice(0, -1))).toBe(false);
          expect(isConsistent(now, old, proof)).toBe(false);
        }
      }),
      { numRuns },
    );
  });

  it('all begin with the empty one', () => {
    const [empty, one] = [
      { size: 0, root: EMPTY_ROOT },
      { size: 1, root: root(1) },
    ];
    expect(isConsistent(empty, one, [])).toBe(true);
    expect(isConsistent(empty, empty, [])).toBe(true);
    expect(isConsistent(empty, one, [EMPTY_ROOT])).toBe(false);
  });
});

describe('leaves', () => {
  it.each([0, 1, 65_534, 65_535, 65_536, 70_000])('of %i bytes have the hash of the definition', (length) => {
    for (const byte of [1, 2]) {
      const data = Buffer.alloc(length, byte);
      const expected = createHash('sha256').update(Buffer.of(0)).update(data).digest('hex');
      expect(hexOf(leafHash(data))).toBe(expected);
    }
  });
});

describe('a frontier', () => {
  const leaves = Array.from({ length: 19 }, (_, at) => Buffer.of(at));

  it('takes leaves after subtrees that have grown together', () => {
    const frontier = Frontier.empty();
    for (let at = 0; at < 16; at += 4) frontier.push(hashOfFullTile(leaves.slice(at, at + 4).map(leafHash)), 2);
    for (const data of leaves.slice(16)) frontier.push(leafHash(data));
    expect(hexOf(frontier.root())).toBe(hexOf(naiveRoot(leaves)));
  });

  it('grows on in a copy, and stays as it is', () => {
    const frontier = Frontier.empty();
    for (const data of leaves.slice(0, 7)) frontier.push(leafHash(data));
    const copy = frontier.copy();
    for (const data of leaves.slice(7)) copy.push(leafHash(data));
    expect(hexOf(frontier.root())).toBe(hexOf(naiveRoot(leaves.slice(0, 7))));
    expect(hexOf(copy.root())).toBe(hexOf(naiveRoot(leaves)));
  });
});

describe('proofs that are too short, or of a tree that shrinks,', () => {
  it('prove nothing', () => {
    expect(isConsistent({ size: 3, root: root(3) }, { size: 5, root: root(5) }, [])).toBe(false);
    expect(isConsistent({ size: 2, root: root(2) }, { size: 1, root: root(2) }, [])).toBe(false);
    expect(rootOfInclusion(leaf(0), 0, 2, [])).toBeUndefined();
  });
});

describe('tiles', () => {
  it('are split into their hashes', () => {
    const hashes = Array.from({ length: 3 }, (_, at) => Buffer.alloc(32, at));
    expect(hashesOf(Buffer.concat(hashes))).toEqual(hashes);
    expect(TILE_BYTES).toBe(8192);
  });

  it('have the paths that C2SP gives', () => {
    const path = (number: number, width = 256) => tilePath({ level: 0, number, width });
    expect(path(1234067)).toBe('tile/0/x001/x234/067');
    expect([path(0), path(999), path(1000), path(273, 112)]).toEqual([
      'tile/0/000',
      'tile/0/999',
      'tile/0/x001/000',
      'tile/0/273.p/112',
    ]);
    expect(tilePath({ level: 'entries', number: 2, width: 1 })).toBe('tile/entries/002.p/1');
  });

  it('are as many as C2SP counts for 70,000 entries', () => {
    const counted = [0, 1, 2, 3].map((level) => {
      const tiles = [...tilesOf(level, 70_000)];
      return [tiles.filter(({ width }) => width === 256).length, tiles.at(-1)?.width];
    });
    expect(counted).toEqual([
      [273, 112],
      [1, 17],
      [0, 1],
      [0, undefined],
    ]);
    expect([...tilesOf(0, 256)]).toEqual([{ level: 0, number: 0, width: 256 }]);
    expect([...tilesOf(1, 256)]).toEqual([{ level: 1, number: 0, width: 1 }]);
  });
});
