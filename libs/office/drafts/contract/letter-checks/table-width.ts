import { paragraphText, type TableBlock } from '@patravali/contract-base';

export const TEXT_WIDTH_MM = 165;
/** Of a letter of the text, and of the space beside a cell. */
const [LETTER_MM, BESIDE_MM] = [2.2, 3];
/** Letters become smaller with the number of columns, down to this. */
const SMALLEST = 0.72;

/** About how wide a table must be at least so that none of its words, nor of its amounts, is broken. */
export function widthOf({ rows }: TableBlock): number {
  const columns = rows[0]?.cells ?? [];
  return columns.reduce((width, _, column) => {
    const words = rows.flatMap(({ cells }) => paragraphText(cells[column] ?? { children: [] }).split(/\s+/));
    const longest = Math.max(...words.map((word) => word.replace(/\p{Mn}/gu, '').length));
    return width + SMALLEST * (longest * LETTER_MM + BESIDE_MM);
  }, 0);
}
