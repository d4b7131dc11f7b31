/** A glyph in the operand of `Tj` or `TJ`, with the shift before it: `302 (\000\b)`. A last shift stands alone. */
export interface ShownText {
  readonly shift: string;
  /** Its code in hex, four digits. */
  readonly glyph: string | undefined;
}

/** The glyphs that a line `(…) Tj` or `[…] TJ` shows; undefined when it is written otherwise. */
export function readShown(line: string): ShownText[] | undefined {
  const shown: ShownText[] = [];
  let shift = '';
  const operand = line.slice(0, -3);
  const array = operand.startsWith('[') && operand.endsWith(']') ? operand.slice(1, -1) : operand;
  for (let at = 0; at < array.length;) {
    const number = NUMBER.exec(array.slice(at, at + 24))?.[0];
    if (array[at] === ' ') at += 1;
    else if (number !== undefined) {
      shift = number;
      at += number.length;
    } else {
      const string = array[at] === '(' ? readLiteral(array, at) : readHex(array, at);
      if (string === undefined || string.hex.length % 4 !== 0) return undefined;
      for (const [glyph] of string.hex.matchAll(/.{4}/g)) {
        shown.push({ shift, glyph });
        shift = '';
      }
      at = string.next;
    }
  }
  return shift === '' ? shown : [...shown, { shift, glyph: undefined }];
}

/** One operator that shows glyphs one after the other. */
export function writeShown(shown: readonly ShownText[]): string {
  return `[${shown.map(({ shift, glyph }) => shift + (glyph === undefined ? '' : `<${glyph}>`)).join('')}] TJ`;
}

const NUMBER = /^-?[\d.]+/;

function readHex(text: string, at: number): { hex: string; next: number } | undefined {
  const end = text.indexOf('>', at);
  const hex = text.slice(at + 1, end).toUpperCase();
  return text[at] === '<' && /^[\dA-F]+$/.test(hex) ? { hex, next: end + 1 } : undefined;
}

const ESCAPED: Readonly<Record<string, string>> = { n: '0A', r: '0D', t: '09', b: '08', f: '0C' };

/** A string in parentheses; those within it are either escaped or in pairs. */
function readLiteral(text: string, start: number): { hex: string; next: number } | undefined {
  let hex = '';
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\') {
      const octal = /^[0-7]{3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const escaped = text[at + 1] ?? '';
      hex += octal === undefined ? (ESCAPED[escaped] ?? hexOf(escaped.charCodeAt(0))) : hexOf(parseInt(octal, 8));
      at += octal === undefined ? 1 : 3;
      continue;
    }
    if (character === ')' && --depth === 0) return { hex, next: at + 1 };
    if (character === '(' && depth++ === 0) continue;
    hex += hexOf(character.charCodeAt(0));
  }
  return undefined;
}

const hexOf = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
