/** A glyph and where it stands, from where the pen was, in thousandths of the size of the font. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** What one operator shows. */
export interface Shown {
  readonly glyphs: readonly PlacedGlyph[];
  /** Where the pen is behind it, and how far it got before a sign was shifted back, in thousandths of the size of the font. */
  readonly pen: number;
  readonly reach: number;
}

/** The glyphs of the operand of `Tj` or `TJ`, as `[(\000\001) 302 <0002>]`; undefined when it is written otherwise. */
export function readShown(operand: string, widthOf: (glyph: number) => number): Shown | undefined {
  const glyphs: PlacedGlyph[] = [];
  let [pen, reach] = [0, 0];
  for (let at = 0; at < operand.length;) {
    const character = operand[at];
    if (character === '(' || character === '<') {
      const string = character === '(' ? readLiteral(operand, at) : readHex(operand, at);
      if (string === undefined || string.bytes.length % 2 !== 0) return undefined;
      for (let byte = 0; byte < string.bytes.length; byte += 2) {
        const glyph = ((string.bytes[byte] ?? 0) << 8) | (string.bytes[byte + 1] ?? 0);
        glyphs.push({ glyph, x: pen, y: 0 });
        pen += widthOf(glyph);
        reach = Math.max(reach, pen);
      }
      at = string.next;
    } else if (character === ' ' || character === '[' || character === ']') at += 1;
    else {
      NUMBER.lastIndex = at;
      const [number] = NUMBER.exec(operand) ?? [];
      if (number === undefined) return undefined;
      pen -= Number(number);
      at += number.length;
    }
  }
  return glyphs.length === 0 ? undefined : { glyphs, pen, reach };
}

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)/y;

interface ReadString {
  readonly bytes: readonly number[];
  readonly next: number;
}

function readHex(text: string, at: number): ReadString | undefined {
  const end = text.indexOf('>', at);
  const hex = text.slice(at + 1, end);
  if (!/^(?:[\dA-Fa-f]{2})+$/.test(hex)) return undefined;
  const bytes = Array.from({ length: hex.length / 2 }, (_, index) => parseInt(hex.slice(2 * index, 2 * index + 2), 16));
  return { bytes, next: end + 1 };
}

const ESCAPED: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c };
const OCTAL = /[0-7]{3}/y;

/** A string in parentheses; those within it are either escaped or in pairs. */
function readLiteral(text: string, start: number): ReadString | undefined {
  const bytes: number[] = [];
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\') {
      OCTAL.lastIndex = at + 1;
      const [octal] = OCTAL.exec(text) ?? [];
      bytes.push(octal === undefined ? (ESCAPED[text[at + 1] ?? ''] ?? text.charCodeAt(at + 1)) : parseInt(octal, 8));
      at += octal === undefined ? 1 : 3;
      continue;
    }
    if (character === ')' && --depth === 0) return { bytes, next: at + 1 };
    if (character === '(' && depth++ === 0) continue;
    bytes.push(text.charCodeAt(at));
  }
  return undefined;
}
