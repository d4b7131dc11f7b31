import { type FileHandle, open } from 'node:fs/promises';

/** Where readers look for the mark of a PDF, in bytes from the beginning. */
const HEAD = 1024;
/** How far from the end an archive may have the record by which programs find it. */
const TAIL = 22 + 65_535;
const END_OF_PDF = '%%EOF';
const END_OF_ARCHIVE = 'PK\x05\x06';
const ARCHIVE_RECORD_BYTES = 22;

/** What is seen of a file without parsing it. */
export interface AroundPdf {
  /** It begins as a PDF does. */
  readonly isPdf: boolean;
  /** A page, a program or a picture stands before the PDF, or an archive behind it: other programs take the whole for that. */
  readonly isPolyglot: boolean;
}

export async function lookAroundPdf(path: string): Promise<AroundPdf> {
  const file = await open(path);
  try {
    const head = await read(file, 0, HEAD);
    const mark = head.indexOf('%PDF-');
    if (mark < 0) return { isPdf: false, isPolyglot: false };
    const before = head.toString('latin1', 0, mark);
    // A mark of the byte order is as good as nothing.
    if (before.replace('\u00ef\u00bb\u00bf', '').trim() !== '') return { isPdf: true, isPolyglot: true };
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL);
    return { isPdf: true, isPolyglot: endsAsArchive((await read(file, from, size - from)).toString('latin1')) };
  } finally {
    await file.close();
  }
}

/** An archive that is a file inside the PDF has its record further in. */
function endsAsArchive(tail: string): boolean {
  const at = tail.lastIndexOf(END_OF_ARCHIVE);
  if (at < 0) return false;
  const comment = tail.charCodeAt(at + 20) + 256 * tail.charCodeAt(at + 21);
  return at > tail.lastIndexOf(END_OF_PDF) || at + ARCHIVE_RECORD_BYTES + comment === tail.length;
}

async function read(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}
