import { inflateSync } from 'node:zlib';

const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/g;

/** All that lies in a PDF, streams unpacked, as one text a byte a character. */
export function insideOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1');
  const streams = [...raw.matchAll(STREAM)].map(([, packed = '']) => unpacked(Buffer.from(packed, 'latin1')));
  return [raw, ...streams].join('\n');
}

function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}

/** The ways in which a PDF may write a word of ASCII. */
export function waysToWrite(word: string): string[] {
  const wide = Buffer.from(word, 'utf16le').swap16();
  const hex = (bytes: Buffer) => bytes.toString('hex');
  return [word, wide.toString('latin1'), hex(Buffer.from(word)), hex(Buffer.from(word)).toUpperCase(), hex(wide)];
}
