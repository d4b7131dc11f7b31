import type { Sheet } from './sheet';

/** A spreadsheet program that opens the file computes a cell that begins so, some also with the full-width signs of the far east. */
const BEGINS_A_FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;
/** By which a spreadsheet program knows that this is UTF-8, without which it shows Hindi as rubbish. */
const UTF_8 = '\uFEFF';

/**
 * The table as comma-separated values (RFC 4180) in UTF-8. What a stranger wrote into a subject or a name would be run as a
 * formula where the file is opened: such a cell gets an apostrophe before it, which spreadsheet programs take for "text".
 */
export function csvOf({ columns, rows }: Sheet): Buffer {
  const lines = [columns, ...rows].map((cells) => cells.map(cell).join(','));
  return Buffer.from(`${UTF_8}${lines.join('\r\n')}\r\n`, 'utf8');
}

function cell(text: string): string {
  const inert = BEGINS_A_FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
