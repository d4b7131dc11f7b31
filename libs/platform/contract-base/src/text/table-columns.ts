import { paragraphText } from './plain-text';
import type { ColumnSide, TableBlock } from './structured-text';

const DIGITS = '[\\d\u0966-\u096f]';
const CURRENCY = '(?:₹|रु(?:०|\\.|॰)?|Rs\\.?|INR)';
/** A number as tables have it: with a currency before it, a "/-" or a word of magnitude behind it. */
const NUMBER = new RegExp(
  `^${CURRENCY}?\\s*[-−]?${DIGITS}(?:${DIGITS}|,)*(?:\\.${DIGITS}+)?\\s*(?:/[-–]|%|लाख|करोड़|lakh|crore)?$`,
  'iu',
);
/** Stands where there is no amount. */
const NOTHING = /^(?:[-–—]+|शून्य|nil)?$/iu;
const OF_MONEY = new RegExp(
  `राशि|व्यय|मूल्य|लागत|भुगतान|वेतन|बकाया|${CURRENCY}(?![\\p{L}\\p{M}])|amount|cost|price|expenditure|payment|pay\\b|rupees`,
  'iu',
);
const MONEY = new RegExp(`^${CURRENCY}|/[-–]$`, 'iu');

const columnOf = ({ header, rows }: TableBlock, column: number) => {
  const texts = rows.map(({ cells }) => paragraphText(cells[column] ?? { children: [] }).trim());
  return { heading: header ? (texts[0] ?? '') : '', body: header ? texts.slice(1) : texts };
};

/** 1, 2, 3 … counts the rows. */
const counts = (body: readonly string[]) => body.every((text, row) => text === String(row + 1));

/** A column of numbers, which are read by their right edge. */
function hasNumbers(body: readonly string[]): boolean {
  const said = body.filter((text) => !NOTHING.test(text));
  return said.length > 0 && said.every((text) => NUMBER.test(text)) && !counts(body);
}

/** At which side the text of each column stands: where its author has said nothing, numbers at the right. */
export function columnSides(table: TableBlock): ColumnSide[] {
  const columns = table.rows[0]?.cells ?? [];
  return columns.map(
    (_, column) => table.sides?.[column] ?? (hasNumbers(columnOf(table, column).body) ? 'right' : 'left'),
  );
}

/** Whether a column is of money: its heading says so, or one of its numbers does. */
export function isOfMoney(table: TableBlock, column: number): boolean {
  const { heading, body } = columnOf(table, column);
  return hasNumbers(body) && (OF_MONEY.test(heading) || body.some((text) => MONEY.test(text)));
}

const BEFORE_DIGITS = new RegExp(`^${CURRENCY}?\\s*`, 'iu');
const WHOLE = new RegExp(`${DIGITS}+`, 'u');

/** The digits before the point grouped as in India, where nobody has grouped them. */
export function inLakhs(amount: string): string {
  if (amount.includes(',')) return amount;
  const [before = ''] = BEFORE_DIGITS.exec(amount) ?? [];
  return before + amount.slice(before.length).replace(WHOLE, grouped);
}

/** The last three together, and two by two before them. */
function grouped(digits: string): string {
  const groups = [digits.slice(-3)];
  for (let rest = digits.slice(0, -3); rest !== ''; rest = rest.slice(0, -2)) groups.unshift(rest.slice(-2));
  return groups.join(',');
}
