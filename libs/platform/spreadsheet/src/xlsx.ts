import writeExcelFile from 'write-excel-file/node';
import type { Sheet } from './sheet';

/** What a sheet may not be called, and how long its name may be. */
const NOT_IN_A_NAME = /[\\/*?:[\]]/g;
const LONGEST_NAME = 31;
/** A cell holds no more. */
const LONGEST_CELL = 32_767;
const COLUMN_WIDTH = 24;
/** The text stands in its cell as it was written; no program takes "1/2" for a date. */
const AS_TEXT = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const;

/** The table as an Office Open XML workbook with one sheet, its head in bold and always in sight. */
export async function xlsxOf({ title, columns, rows }: Sheet): Promise<Buffer> {
  const head = columns.map((text) => ({ ...cell(text), fontWeight: 'bold' as const }));
  const sheet = title.replace(NOT_IN_A_NAME, ' ').slice(0, LONGEST_NAME).trim() || '1';
  return writeExcelFile([head, ...rows.map((row) => row.map(cell))], {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map(() => ({ width: COLUMN_WIDTH })),
  }).toBuffer();
}

const cell = (text: string) => ({ ...AS_TEXT, value: text.slice(0, LONGEST_CELL) });
