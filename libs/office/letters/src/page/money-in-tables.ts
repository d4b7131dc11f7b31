import {
  type CanonicalText,
  inLakhs,
  isOfMoney,
  paragraphText,
  type TableBlock,
  type Words,
} from '@patravali/contract';

/** In tables of a letter amounts are grouped as in India, also where they were typed without. */
export const withMoneyGrouped = ({ version, blocks }: CanonicalText): CanonicalText => ({
  version,
  blocks: blocks.map((block) => (block.type === 'table' ? grouped(block) : block)),
});

function grouped(table: TableBlock): TableBlock {
  const ofMoney = (table.rows[0]?.cells ?? []).map((_, column) => isOfMoney(table, column));
  const rows = table.rows.map((row, index) =>
    table.header && index === 0
      ? row
      : { cells: row.cells.map((cell, column) => (ofMoney[column] ? amount(cell) : cell)) },
  );
  return { ...table, rows };
}

/** What is typed in several pieces stays as it is. */
function amount(cell: Words): Words {
  const [only, another] = cell.children;
  if (only?.type !== 'text' || another || paragraphText(cell).length < 4) return cell;
  return { children: [{ ...only, text: inLakhs(only.text) }] };
}
