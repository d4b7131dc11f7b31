import { type ColumnSide, columnSides, LINE_BREAK, paragraphText, type TableBlock } from '@patravali/contract-base';

/** How a table is set so that it never leaves the page. */
export interface TableLayout {
  /** Of its columns, in millimetres; together they are as wide as the text. */
  readonly widths: readonly number[];
  /** The size of its letters and of the space beside them, as a part of that of the text. */
  readonly size: number;
  /** At which side the text of each column stands. */
  readonly sides: readonly ColumnSide[];
}

/** Of the text, on the note sheet as in a letter. */
const WIDTH_MM = 165;
/** Room for the widest letter, and space on both sides of it. */
const NARROWEST_MM = 9;
const SMALLEST_SHARE = 4;
const LARGEST_SHARE = 40;
/** From so many columns on the letters are smaller. */
const SMALLER: readonly (readonly [columns: number, size: number])[] = [
  [10, 0.72],
  [7, 0.8],
  [5, 0.9],
  [1, 1],
];

/** A column is as wide as what stands in it asks for: its longest word, and more where it has more to say. */
export function tableLayout(table: TableBlock): TableLayout {
  const { rows } = table;
  const columns = rows[0]?.cells.length ?? 1;
  const shares = Array.from({ length: columns }, (_, column) =>
    shareOf(rows.map(({ cells }) => paragraphText(cells[column] ?? { children: [] }))),
  );
  const size = SMALLER.find(([from]) => columns >= from)?.[1] ?? 1;
  return { widths: widthsOf(shares), size, sides: columnSides(table) };
}

/** @param narrow the columns that would be too narrow by their share. */
function widthsOf(shares: readonly number[], narrow: ReadonlySet<number> = new Set()): number[] {
  const left = WIDTH_MM - NARROWEST_MM * narrow.size;
  const total = shares.reduce((sum, share, column) => (narrow.has(column) ? sum : sum + share), 0);
  const widths = shares.map((share, column) => (narrow.has(column) ? NARROWEST_MM : (left * share) / total));
  const tooNarrow = widths.flatMap((width, column) => (width < NARROWEST_MM ? [column] : []));
  return tooNarrow.length === 0 ? widths : widthsOf(shares, new Set([...narrow, ...tooNarrow]));
}

function shareOf(texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split(LINE_BREAK));
  const longestWord = Math.max(...lines.flatMap((line) => line.split(/\s+/)).map(lengthOf));
  const mean = lines.reduce((sum, line) => sum + lengthOf(line), 0) / lines.length;
  const longest = Math.max(...lines.map(lengthOf));
  return Math.min(LARGEST_SHARE, Math.max(SMALLEST_SHARE, longestWord, Math.min(longest, mean * 1.5)));
}

/** In letters as they are seen: signs above and below take no room. */
const lengthOf = (text: string): number => text.replace(/\p{Mn}/gu, '').length;
