import { CsvError, parse } from 'csv-parse/sync';
import { type TableLimits, TableUnfit } from './table-unfit';

const SEPARATORS = [',', ';', '\t'] as const;
const BOM = '\uFEFF';
const LONGEST_ROW = 100_000;
/** What `csvOf` puts before a text that a spreadsheet program would compute. */
const MARKED_AS_TEXT = /^'(?=\s*[=+\-@＝＋－＠])/;

/** The rows of comma-separated values in UTF-8, whichever of the three usual signs separates them. @throws TableUnfit */
export function readCsv(bytes: Uint8Array, { rows, columns }: TableLimits): string[][] {
  const text = decoded(bytes);
  try {
    const table = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
      to: rows + 1,
    });
    if (table.length > rows || table.some((row) => row.length > columns)) throw new TableUnfit('too-large');
    return table.map((row) => row.map((cell) => cell.replace(MARKED_AS_TEXT, '')));
  } catch (error) {
    throw error instanceof CsvError ? new TableUnfit('unreadable', error) : error;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\0')) throw new TableUnfit('unreadable');
    return text.startsWith(BOM) ? text.slice(1) : text;
  } catch (error) {
    throw new TableUnfit('unreadable', error);
  }
}

/** The one that stands most often in the first line. */
function separatorOf(text: string): string {
  const [head = ''] = text.split(/\r\n|\r|\n/, 1);
  const counted = SEPARATORS.map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}
