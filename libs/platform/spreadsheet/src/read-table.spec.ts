import { strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { csvOf } from './csv';
import { xlsxOf } from './xlsx';
import { readTable } from './reading/read-table';
import { TableUnfit } from './reading/table-unfit';

const LIMITS = { rows: 100, columns: 10, unpackedBytes: 4_000_000 };
const read = (bytes: Uint8Array, limits = LIMITS) => readTable(bytes, limits);
const fault = async (bytes: Uint8Array, limits = LIMITS) =>
  await read(bytes, limits).then(
    () => null,
    (error: unknown) => (error instanceof TableUnfit ? error.fault : error),
  );
const TABLE = [
  ['दिनांक', 'नाम'],
  ['2027-01-26', 'गणतन्त्र, "दिवस"'],
  ['', 'दो\nपंक्तियाँ'],
];
const AS_SHEET = { title: 'सूची', columns: TABLE[0] ?? [], rows: TABLE.slice(1) };
const SHEET = 'xl/worksheets/sheet1.xml';

/** The workbook with its first sheet written otherwise. */
async function changed(change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await xlsxOf(AS_SHEET)));
  const xml = new TextDecoder().decode(parts[SHEET]);
  return zipSync({ ...parts, [SHEET]: strToU8(change(xml)) });
}

describe('a table that a person made', () => {
  it('is read as it was written, from values with each separator, with a mark or without, and from a workbook', async () => {
    expect(await read(csvOf(AS_SHEET))).toEqual(TABLE);
    expect(await read(new Uint8Array(await xlsxOf(AS_SHEET)))).toEqual(TABLE);
    for (const sign of [',', ';', '\t'])
      expect(await read(Buffer.from(`क${sign}ख\n"1${sign}2"${sign}3`))).toEqual([
        ['क', 'ख'],
        [`1${sign}2`, '3'],
      ]);
  });

  it('comes back without the sign that keeps a program from computing it', async () => {
    const rows = [['=1+1', '-5']];
    expect(await read(csvOf({ title: 'x', columns: ['a', 'b'], rows }))).toEqual([['a', 'b'], ...rows]);
  });

  it('reads numbers and days of a workbook as texts', async () => {
    const day = { type: Date, value: new Date('2027-01-26T00:00:00Z'), format: 'dd/mm/yyyy' };
    const made = await writeExcelFile([
      [day, { type: Number, value: 2871 }, { type: Boolean, value: true }],
    ]).toBuffer();
    expect(await read(new Uint8Array(made))).toEqual([['2027-01-26', '2871', 'true']]);
  });

  it('is refused with formulas or merged cells', async () => {
    const formula = '<row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row></sheetData>';
    expect(await fault(await changed((xml) => xml.replace('</sheetData>', formula)))).toBe('not-plain');
    const merged = '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>';
    expect(await fault(await changed((xml) => xml.replace('</sheetData>', merged)))).toBe('not-plain');
  });

  it('is refused with too many rows or columns, or where it unpacks to more than it may', async () => {
    const rows = Array.from({ length: 101 }, (_, row) => [String(row)]);
    const many = { title: 'x', columns: ['a'], rows };
    expect(await fault(csvOf(many))).toBe('too-large');
    expect(await fault(new Uint8Array(await xlsxOf(many)))).toBe('too-large');
    expect(await fault(Buffer.from(Array.from({ length: 11 }, String).join(',')))).toBe('too-large');
    const bomb = zipSync({ [SHEET]: new Uint8Array(LIMITS.unpackedBytes + 1) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await fault(bomb)).toBe('too-large');
  });

  it('is refused when it is no table', async () => {
    expect(await fault(Buffer.from('"not closed'))).toBe('unreadable');
    expect(await fault(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('unreadable');
    expect(await fault(Buffer.from([0xe0, 0xa4]))).toBe('unreadable');
    expect(await fault(Buffer.from('PK\u0003\u0004'))).toBe('unreadable');
    expect(await fault(zipSync({ 'a.txt': strToU8('x') }))).toBe('unreadable');
  });
});
