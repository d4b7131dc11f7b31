import { csvOf, xlsxOf } from '@patravali/spreadsheet';
import { strFromU8, unzipSync } from 'fflate';

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

describe('a table as comma-separated values', () => {
  const text = csvOf(SHEET).toString('utf8');

  it('is UTF-8 that says so, with a line for each row', () => {
    expect(text.startsWith('\uFEFFपत्र संख्या,विषय\r\n1/EST-2026-27,"अनुदान, ""स्वीकृति"""\r\n')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has no cell that would be computed', () => {
    expect(text).toContain(`2/EST-2026-27,"'=HYPERLINK(""http://example.in"",""यहाँ"")"`);
    expect(text).toContain(`'-3,' @SUM(A1)`);
    for (const begun of ['＝1+1', ' ＋1', '－1', '＠SUM(A1)'])
      expect(csvOf({ ...SHEET, rows: [[begun, 'x']] }).toString('utf8')).toContain(`\r\n'${begun},x`);
  });
});

describe('a table as a workbook', () => {
  const partsOf = async () => unzipSync(await xlsxOf(SHEET));
  const textOf = (part: Uint8Array | undefined) => strFromU8(part ?? new Uint8Array());

  it('is called by its title, without what the name of a sheet may not hold', async () => {
    const parts = await partsOf();
    expect(textOf(parts['xl/workbook.xml'])).toContain('name="प्रेषण पंजी  2026 27"');
  });

  it('has each text in its cell, as a string and never as a formula', async () => {
    const parts = await partsOf();
    const sheet = textOf(parts['xl/worksheets/sheet1.xml']);
    const cells = [...sheet.matchAll(/<c r="(\w+)" s="\d" t="s"><v>(\d+)<\/v><\/c>/g)];
    expect(cells.map(([, place]) => place)).toEqual(['A1', 'B1', 'A2', 'B2', 'A3', 'B3', 'A4', 'B4', 'A5', 'B5']);
    const strings = [...textOf(parts['xl/sharedStrings.xml']).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, text]) => text,
    );
    const shown = cells.map(([, , string]) => strings[Number(string)]);
    expect(shown[5]).toBe('=HYPERLINK("http://example.in","यहाँ")');
    expect(shown[9]).toBe('दो\nपंक्तियाँ &lt;b&gt; &amp; ');
    expect(sheet).not.toContain('<f>');
  });

  it('is cut where a cell is full, and has a name though its title has no letter', async () => {
    const parts = unzipSync(await xlsxOf({ title: '//', columns: ['क'], rows: [['ख'.repeat(40_000)]] }));
    expect(textOf(parts['xl/sharedStrings.xml'])).toContain(`<t>${'ख'.repeat(32_767)}</t>`);
    expect(textOf(parts['xl/workbook.xml'])).toContain('name="1"');
  });
});
