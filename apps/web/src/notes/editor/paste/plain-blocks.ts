import { type Block, MOST_COLUMNS, MOST_ROWS, type TableBlock } from '@patravali/contract';

/** Plain text: a line a paragraph, and a table where every line has the same tabs, as spreadsheets write one. */
export function readPlain(plain: string): Block[] {
  const rows = separated(plain);
  const columns = rows[0]?.length ?? 0;
  if (columns > 1 && columns <= MOST_COLUMNS && rows.every((row) => row.length === columns)) return tables(rows);
  return plain
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));
}

function tables(rows: readonly (readonly string[])[]): TableBlock[] {
  return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, part) => ({
    type: 'table',
    rows: rows.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS).map((cells) => ({
      cells: cells.map((cell) => ({
        children: cell.trim() === '' ? [] : [{ type: 'text' as const, text: cell.trim() }],
      })),
    })),
  }));
}

/** Rows and cells; a cell with a line break in it stands in quotation marks, which are doubled within. */
function separated(plain: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, unquoted = '', end] of plain.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy,
  )) {
    rows.at(-1)?.push(quoted === undefined ? unquoted : quoted.replaceAll('""', '"').replaceAll('\r\n', '\n'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}
