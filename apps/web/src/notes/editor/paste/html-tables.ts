import { type Inline, MOST_COLUMNS, MOST_ROWS, type TableBlock, type Words } from '@patravali/contract';
import { styleOf } from './element-style';
import type { Loss } from './losses';

type ReadLines = (cell: Element) => Inline[][];

interface ReadCell {
  readonly words: Words;
  readonly heads: boolean;
}

/** Merged cells are taken apart: their words stand in the first, the others are empty. */
export function tablesOf(table: Element, read: ReadLines, losses: Set<Loss>): TableBlock[] {
  const rows = withoutEmptyEdges(gridOf(table, read, losses));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns > MOST_COLUMNS) losses.add('manyColumns');
  const width = Math.min(columns, MOST_COLUMNS);
  if (width === 0) return [];
  const header = rows.length > 1 && Array.from({ length: width }, (_, column) => rows[0]?.[column]).every(isHead);
  const even = rows.map((row, index) => ({
    cells: Array.from({ length: width }, (_, column) => {
      const words = row[column]?.words ?? { children: [] };
      return header && index === 0 ? withoutBold(words) : words;
    }),
  }));
  // A longer one goes on in another.
  return Array.from({ length: Math.ceil(even.length / MOST_ROWS) }, (_, part) => ({
    type: 'table' as const,
    ...(header && part === 0 && { header: true as const }),
    rows: even.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS),
  }));
}

/** Its rows, wherever they stand, but not those of a table within. */
export function rowsOf(table: Element): Element[] {
  return Array.from(table.children).flatMap((child) => {
    if (child.localName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.localName) ? rowsOf(child) : [];
  });
}

export const cellsOf = (row: Element): Element[] =>
  Array.from(row.children).filter(({ localName }) => localName === 'td' || localName === 'th');

const EMPTY: ReadCell = { words: { children: [] }, heads: false };

function gridOf(table: Element, read: ReadLines, losses: Set<Loss>): ReadCell[][] {
  const grid: ReadCell[][] = [];
  rowsOf(table).forEach((row, down) => {
    const line = (grid[down] ??= []);
    let across = 0;
    for (const cell of cellsOf(row)) {
      while (line[across] !== undefined) across += 1;
      const [columns, below] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      // Excel lets a long text hang over empty cells: nobody merged those.
      if (columns * below > 1 && !styleOf(cell).has('mso-ignore')) losses.add('mergedCells');
      for (let step = 0; step < below; step += 1)
        for (let beside = 0; beside < columns; beside += 1) (grid[down + step] ??= [])[across + beside] = EMPTY;
      line[across] = readCell(cell, read);
      across += columns;
    }
  });
  return grid.map((row) => Array.from(row, (cell: ReadCell | undefined) => cell ?? EMPTY));
}

/** A merged cell may say that it is as wide as it likes. */
const MOST_SPANNED = 64;

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Math.trunc(Number(cell.getAttribute(name) ?? 1));
  return span >= 1 && span <= MOST_SPANNED ? span : 1;
}

function readCell(cell: Element, read: ReadLines): ReadCell {
  const lines = read(cell);
  const children = lines.flatMap((line, index): Inline[] =>
    index > 0 ? [{ type: 'text', text: '\n' }, ...line] : line,
  );
  const texts = lines.flat().filter((inline) => inline.type === 'text');
  const isBold = texts.length > 0 && texts.every(({ marks }) => marks?.includes('bold'));
  return { words: { children }, heads: cell.localName === 'th' || isBold };
}

const isHead = (cell: ReadCell | undefined): boolean => cell?.heads === true;

function withoutBold({ children }: Words): Words {
  return {
    children: children.map((inline) =>
      inline.type === 'text' ? { ...inline, marks: (inline.marks ?? []).filter((mark) => mark !== 'bold') } : inline,
    ),
  };
}

const isEmpty = (cell: ReadCell): boolean => cell.words.children.length === 0;

/** A spreadsheet copies the empty rows and columns around, too. */
function withoutEmptyEdges(rows: ReadCell[][]): ReadCell[][] {
  const filled = rows.slice(0, rows.findLastIndex((row) => !row.every(isEmpty)) + 1);
  const columns = Math.max(0, ...filled.map((row) => row.findLastIndex((cell) => !isEmpty(cell)) + 1));
  return filled.map((row) => row.slice(0, columns));
}
