import { csvOf, xlsxOf } from '@patravali/spreadsheet';
import { inflateRawSync } from 'node:zlib';

const SHEET = {
  title: 'प्रेषण पंजी: 2026/27',
  columns: ['पत्र संख्या', 'विषय'],
  rows: [
    ['1/EST-2026-27', 'अनुदान, "स्वीकृति"'],
    ['2/EST-2026-27', '=HYPERLINK("http://example.in","यहाँ")'],
    ['-3', ' @SUM(A1)'],
    ['4', 'दो\nपंक्तियाँ <b> & \u0001'],
  ],
};

/** The parts of an archive, found by its directory as a program would. */
function unzipped(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('ascii', at + 46, at + 46 + nameLength);
    const begins = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    parts.set(name, inflateRawSync(archive.subarray(begins, begins + packed)).toString('utf8'));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return parts;
}

describe('a table as comma-separated values', () => {
  const text = csvOf(SHEET).toString('utf8');

  it('is UTF-8 that says so, with a line for each row', () => {
    expect(text.startsWith('\uFEFFपत्र संख्या,विषय\r\n1/EST-2026-27,"अनुदान, ""स्वीकृति"""\r\n')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has no cell that would be computed', () => {
    expect(text).toContain(`2/EST-2026-27,"'=HYPERLINK(""http://example.in"",""यहाँ"")"`);
    expect(text).toContain(`'-3,' @SUM(A1)`);
  });
});

describe('a table as a workbook', () => {
  const parts = unzipped(xlsxOf(SHEET));

  it('has the parts that a spreadsheet program looks for', () => {
    expect([...parts.keys()]).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'],
      'xl/worksheets/sheet1.xml',
    ]);
    expect(parts.get('xl/workbook.xml')).toContain('name="प्रेषण पंजी  2026 27"');
  });

  it('has each text in its cell, as a string and never as a formula', () => {
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const cells = [...sheet.matchAll(/<c r="(\w+)" s="\d" t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t>/g)];
    expect(cells.map(([, place]) => place)).toEqual(['A1', 'B1', 'A2', 'B2', 'A3', 'B3', 'A4', 'B4', 'A5', 'B5']);
    expect(cells[5]?.[2]).toBe('=HYPERLINK(&quot;http://example.in&quot;,&quot;यहाँ&quot;)');
    expect(cells[9]?.[2]).toBe('दो\nपंक्तियाँ &lt;b&gt; &amp; ');
    expect(sheet).not.toContain('<f>');
  });

  it('is the same bytes each time', () => {
    expect(xlsxOf(SHEET).equals(xlsxOf(SHEET))).toBe(true);
  });
});
