import { qrCode } from './qr-code';

const LINK = 'https://office.example.in/verify/7K3QM0ZT4V9XB2C';
/** The mark in three of the corners, by which a camera finds the code. */
const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

/** Back to rows of modules. */
function rowsOf(text: string): string[] {
  const { size, runs } = qrCode(text);
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('0'));
  for (const [x, y, length] of runs) rows[y]?.fill('1', x, x + length);
  return rows.map((row) => row.join(''));
}

describe('a QR code', () => {
  it('is a square with the mark of a QR code in three corners', () => {
    const rows = rowsOf(LINK);
    const size = rows.length;
    expect((size - 17) % 4).toBe(0);
    const corner = (left: number, top: number) => rows.slice(top, top + 7).map((row) => row.slice(left, left + 7));
    expect([corner(0, 0), corner(size - 7, 0), corner(0, size - 7)]).toEqual([FINDER, FINDER, FINDER]);
  });

  it('has runs that neither touch nor leave it', () => {
    const { size, runs } = qrCode(LINK);
    for (const [index, [x, y, length]] of runs.entries()) {
      expect(x + length).toBeLessThanOrEqual(size);
      const next = runs[index + 1];
      if (next?.[1] === y) expect(next[0]).toBeGreaterThan(x + length);
    }
  });

  it('of a link is small enough to be printed on two centimetres', () => {
    expect(qrCode(LINK).size).toBeLessThanOrEqual(33);
  });
});
