import { columnSides, inLakhs, isOfMoney } from './table-columns';
import type { TableBlock } from './structured-text';

const cells = (...texts: string[]) => ({
  cells: texts.map((text) => ({ children: [{ type: 'text' as const, text }] })),
});
const table = (heading: string, ...column: string[]): TableBlock => ({
  type: 'table',
  header: true,
  rows: [cells('नाम', heading), ...column.map((text) => cells('क', text))],
});

describe('the columns of a table', () => {
  it.each([
    ['numbers', 'right', ['1250', '9,500.50', '-3']],
    ['amounts in words of money', 'right', ['रु० 12,50,000', '₹ 500', 'Rs. 40/-']],
    ['Hindi digits, and nothing where there is none', 'right', ['१२५०', '—', 'शून्य', '']],
    ['a serial number', 'left', ['1', '2', '3']],
    ['words among numbers', 'left', ['1250', 'अप्राप्त']],
    ['dates', 'left', ['12.10.2026', '13.10.2026']],
    ['numbers of letters', 'left', ['412/2026', '413/2026']],
    ['nothing at all', 'left', ['', '']],
  ] as const)('of %s stand at the %s', (_, side, column) => {
    expect(columnSides(table('x', ...column))[1]).toBe(side);
  });

  it('stand where their author says', () => {
    expect(columnSides({ ...table('x', '1250', '30'), sides: ['right', 'left'] })).toEqual(['right', 'left']);
    expect(columnSides({ ...table('x', '1250', '30'), sides: [null, null] })).toEqual(['left', 'right']);
  });

  it.each([
    ['स्वीकृत धनराशि', ['1250000'], true],
    ['Amount', ['1250000'], true],
    ['दूरभाष', ['9415012345'], false],
    ['वर्ष', ['2026'], false],
    ['x', ['₹ 1250000', '5'], true],
    ['धनराशि', ['अप्राप्त'], false],
  ] as const)('are of money by heading or sign: %s %s', (heading, column, isMoney) => {
    expect(isOfMoney(table(heading, ...column), 1)).toBe(isMoney);
  });
});

describe('an amount', () => {
  it.each([
    ['123', '123'],
    ['1234', '1,234'],
    ['1234567.50', '12,34,567.50'],
    ['रु० 123456789', 'रु० 12,34,56,789'],
    ['१२३४५६', '१,२३,४५६'],
    ['1,234', '1,234'],
    ['0.12345', '0.12345'],
  ])('%s is grouped as in India: %s', (typed, grouped) => {
    expect(inLakhs(typed)).toBe(grouped);
  });
});
