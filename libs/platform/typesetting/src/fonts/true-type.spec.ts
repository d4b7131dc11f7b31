import { readFileSync } from 'node:fs';
import { TrueTypeFont } from './true-type';

const BYTES = readFileSync(
  require.resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
);
/** Glyphs of letters, simple and made of others. */
const LETTERS = [20, 40, 60];

describe('a TrueType font', () => {
  it('that was written again is the same, to the checksum of the whole', () => {
    const once = new TrueTypeFont(BYTES).write();
    expect(new TrueTypeFont(once).write().equals(once)).toBe(true);
    expect(sumOf(once)).toBe(0xb1b0afba);
  });

  it('gets a glyph of several, behind those it has, as wide as it is told and as far as they reach', () => {
    const font = new TrueTypeFont(BYTES);
    const [low = 0, , , high = 0] = font.bounds();
    const parts = LETTERS.map((glyph, index) => ({ glyph, x: 3000 * index, y: 2000 * index }));
    const added = font.add({ parts, width: 9000 });
    expect(added).toBe(font.add({ parts: [], width: 0 }) - 1);
    const again = new TrueTypeFont(font.write());
    expect([added, added + 1].map((glyph) => again.widthOf(glyph))).toEqual([9000, 0]);
    expect(LETTERS.map((glyph) => again.widthOf(glyph))).toEqual(LETTERS.map((glyph) => font.widthOf(glyph)));
    const [left = 0, , right = 0, top = 0] = again.bounds();
    expect([left === low, right > 6000, top > 4000 && top > high]).toEqual([true, true, true]);
    // What was added is itself a glyph of which others can be made.
    expect(again.add({ parts: [{ glyph: added, x: 0, y: 0 }], width: 1 })).toBe(added + 2);
  });

  it('without the tables that a reader needs is refused', () => {
    const broken = Buffer.from(BYTES);
    broken.write('xxxx', broken.indexOf('loca'), 'latin1');
    expect(() => new TrueTypeFont(broken)).toThrow('no table loca');
  });
});

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
