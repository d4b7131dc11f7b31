const [LINE_END, PERCENT, OPEN, CLOSE, SLASH, LESS, GREATER, BACKSLASH] = [
  0x0a, 0x25, 0x28, 0x29, 0x2f, 0x3c, 0x3e, 0x5c,
] as [number, number, number, number, number, number, number, number];
/** White space and delimiters, as ISO 32000-1, 7.2.2, has them. */
const APART = Buffer.from('\0\t\n\f\r ()<>[]{}/%');
const IS_APART = Uint8Array.from({ length: 256 }, (_, byte) => Number(APART.includes(byte)));
/** PDFium itself reads no word that is longer than 256 bytes, and writes one a little longer. */
const LONGEST_WORD = 4096;
const END_OF_STREAM = 'endstream';
/** Between the last byte of a stream and its end lies a line end. */
const LINE_END_BYTES = 2;

/** PDFium does not write such a file. */
export class UnlikeACopy extends Error {}

/** Takes as much as it can from `at` on. @returns how far it came. */
type Reading = (bytes: Buffer, at: number) => number;

/**
 * Finds every name outside strings, comments and streams in a PDF as PDFium writes it, which comes in pieces. Nothing is
 * kept but a word that a piece has cut; a stream is passed over by its length, which PDFium always writes anew.
 */
export class PdfNames {
  private reading: Reading;
  private rest: Buffer = Buffer.alloc(0);
  /** How deep in dictionaries, and in parentheses of a string. */
  private depth = 0;
  private stringDepth = 0;
  /** Of the stream whose dictionary is read; a dictionary within this one may say anything. */
  private length: number | undefined;
  private awaitsLength = false;
  private left = 0;

  private readonly found: (name: string) => void;

  constructor(found: (name: string) => void) {
    this.found = found;
    this.reading = this.plain;
  }

  take(piece: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : piece;
    let at = 0;
    for (let goesOn = true; goesOn;) {
      const [{ reading }, begin] = [this, at];
      at = reading(bytes, begin);
      goesOn = at < bytes.length && (at > begin || this.reading !== reading);
    }
    // The piece lies in PDFium's memory, where the next one will lie too.
    this.rest = Buffer.from(bytes.subarray(at));
  }

  private readonly plain: Reading = (bytes, begin) => {
    for (let at = begin; at < bytes.length;) {
      const byte = bytes[at] ?? 0;
      if (byte === PERCENT) return this.goOn(this.comment, at);
      if (byte === OPEN) return this.goOn(this.string, at);
      if (byte === LESS || byte === GREATER) {
        if (at + 1 === bytes.length) return at;
        const isTwice = bytes[at + 1] === byte;
        if (isTwice) this.depth += byte === LESS ? 1 : -1;
        else if (byte === LESS) return this.goOn(this.hexString, at);
        at += isTwice ? 2 : 1;
      } else if (byte !== SLASH && IS_APART[byte]) at++;
      else {
        const end = endOfWord(bytes, at + 1);
        if (end - at > LONGEST_WORD) throw new UnlikeACopy();
        if (end === bytes.length) return at;
        if (byte === SLASH) this.onName(bytes, at + 1, end);
        else if (this.onWord(bytes, at, end)) return end;
        at = end;
      }
    }
    return bytes.length;
  };

  private onName(bytes: Buffer, from: number, to: number): void {
    const name = bytes.toString('latin1', from, to);
    this.awaitsLength = this.depth === 1 && name === 'Length';
    this.found(name);
  }

  /** @returns whether a stream begins. */
  private onWord(bytes: Buffer, from: number, to: number): boolean {
    const word = bytes.toString('latin1', from, to);
    if (this.awaitsLength) this.length = Number.parseInt(word, 10);
    this.awaitsLength = false;
    if (word === 'obj') [this.depth, this.length] = [0, undefined];
    if (word !== 'stream') return false;
    this.left = this.length ?? Number.NaN;
    if (!(this.left >= 0)) throw new UnlikeACopy();
    this.reading = this.lineBeforeStream;
    return true;
  }

  private readonly comment: Reading = (bytes, at) => {
    const end = bytes.indexOf(LINE_END, at);
    return end < 0 ? bytes.length : this.goOn(this.plain, end + 1);
  };

  private readonly hexString: Reading = (bytes, at) => {
    const end = bytes.indexOf(GREATER, at);
    return end < 0 ? bytes.length : this.goOn(this.plain, end + 1);
  };

  private readonly string: Reading = (bytes, begin) => {
    for (let at = begin; at < bytes.length; at++) {
      if (bytes[at] === BACKSLASH) {
        if (at + 1 === bytes.length) return at;
        at++;
      } else if (bytes[at] === OPEN) this.stringDepth++;
      else if (bytes[at] === CLOSE && --this.stringDepth === 0) return this.goOn(this.plain, at + 1);
    }
    return bytes.length;
  };

  private readonly lineBeforeStream: Reading = (bytes, at) => {
    const end = bytes.indexOf(LINE_END, at);
    return end < 0 ? at : this.goOn(this.stream, end + 1);
  };

  private readonly stream: Reading = (bytes, at) => {
    const passed = Math.min(this.left, bytes.length - at);
    this.left -= passed;
    return this.left > 0 ? at + passed : this.goOn(this.endOfStream, at + passed);
  };

  private readonly endOfStream: Reading = (bytes, at) => {
    if (bytes.length - at < LINE_END_BYTES + END_OF_STREAM.length) return at;
    const end = bytes.indexOf(END_OF_STREAM, at, 'latin1');
    if (end < 0 || end > at + LINE_END_BYTES) throw new UnlikeACopy();
    return this.goOn(this.plain, end + END_OF_STREAM.length);
  };

  private goOn(reading: Reading, at: number): number {
    this.reading = reading;
    return at;
  }
}

function endOfWord(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && !IS_APART[bytes[end] ?? 0]) end++;
  return end;
}
