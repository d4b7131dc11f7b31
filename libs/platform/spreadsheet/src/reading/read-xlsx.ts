import { Unzip, UnzipInflate } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { type TableLimits, TableUnfit } from './table-unfit';

const IS_SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const FORMULA_OR_MERGED = /<(?:\w+:)?(?:f|mergeCell)[\s/>]/;
const ROW = /<(?:\w+:)?row[\s/>]/g;
const DAY_LETTERS = 10;
/** A piece of an archive unpacks to at most a thousand times as much. */
const PIECE = 8_192;

/** The rows of the first sheet of a workbook, each cell as its text. @throws TableUnfit */
export async function readXlsx(bytes: Uint8Array, limits: TableLimits): Promise<string[][]> {
  refuseUnfit(bytes, limits);
  const rows = await readSheet(Buffer.from(bytes)).catch((error: unknown) => {
    throw new TableUnfit('unreadable', error);
  });
  if (rows.some((row) => row.length > limits.columns)) throw new TableUnfit('too-large');
  return rows.map((row) => row.map(textOf));
}

/** Looks at the sheets before anything is made of them: how much they unpack to, how many rows they have, and whether cells are plain. */
function refuseUnfit(bytes: Uint8Array, { unpackedBytes, rows }: TableLimits): void {
  for (const sheet of sheetsOf(bytes, unpackedBytes)) {
    const xml = new TextDecoder().decode(sheet);
    if ((xml.match(ROW) ?? []).length > rows) throw new TableUnfit('too-large');
    if (FORMULA_OR_MERGED.test(xml)) throw new TableUnfit('not-plain');
  }
}

/** Unpacks all parts piece by piece, whatever the archive says of their sizes, and keeps the sheets. */
function sheetsOf(bytes: Uint8Array, most: number): Buffer[] {
  const sheets: Uint8Array[][] = [];
  let unpacked = 0;
  const unzip = new Unzip((part) => {
    const pieces: Uint8Array[] = [];
    if (IS_SHEET.test(part.name)) sheets.push(pieces);
    part.ondata = (error, piece) => {
      // What is thrown below comes back as the error of the next piece.
      if (error) throw unfit(error);
      unpacked += piece.length;
      if (unpacked > most) throw new TableUnfit('too-large');
      if (sheets.includes(pieces)) pieces.push(piece);
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    throw unfit(error);
  }
  return sheets.map((pieces) => Buffer.concat(pieces));
}

const unfit = (error: unknown) => (error instanceof TableUnfit ? error : new TableUnfit('unreadable', error));

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, DAY_LETTERS);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
