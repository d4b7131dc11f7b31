import { LINE_BREAK, paragraphText, type TableBlock } from '@patravali/contract';

/** How a table is set so that it never leaves the page. */
export interface TableLayout {
  /** The shares of the columns in the width of the text. */
  readonly widths: readonly number[];
  /** The size of its letters, as a part of that of the text. */
  readonly size: number;
  /** How many letters fit into its narrowest column; a longer word may break there. */
  readonly unbroken: number;
}

/** Of the text, on the note sheet as in a letter. */
const WIDTH_MM = 165;
const PADDING_MM = 3;
/** Of a letter of the text: wider than most. */
const LETTER_MM = 2.4;
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
export function tableLayout({ rows }: TableBlock): TableLayout {
  const columns = rows[0]?.cells.length ?? 1;
  const widths = Array.from({ length: columns }, (_, column) =>
    shareOf(rows.map(({ cells }) => paragraphText(cells[column] ?? { children: [] }))),
  );
  const size = SMALLER.find(([from]) => columns >= from)?.[1] ?? 1;
  const narrowest = (WIDTH_MM * Math.min(...widths)) / widths.reduce((sum, width) => sum + width, 0) - PADDING_MM;
  return { widths, size, unbroken: Math.max(2, Math.floor(narrowest / (LETTER_MM * size))) };
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
