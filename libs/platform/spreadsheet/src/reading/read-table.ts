import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { type TableLimits, TableUnfit } from './table-unfit';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const beginsWith = (bytes: Uint8Array, sign: readonly number[]) => sign.every((byte, place) => bytes[place] === byte);

/**
 * The texts of a table that a person made: a workbook (XLSX), of which the first sheet is read, or comma-separated values. Days are
 * `YYYY-MM-DD`. Runs where it may be ended: a stranger may have made the file. @throws TableUnfit
 */
export async function readTable(bytes: Uint8Array, limits: TableLimits): Promise<string[][]> {
  if (beginsWith(bytes, OLD_EXCEL)) throw new TableUnfit('unreadable');
  return beginsWith(bytes, ZIP) ? await readXlsx(bytes, limits) : readCsv(bytes, limits);
}
