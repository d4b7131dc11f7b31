import { xlsxOf } from '@patravali/spreadsheet';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readUploaded } from './read-uploaded';

const SHEET = 'xl/worksheets/sheet1.xml';
const LIST = { title: 'सूची', columns: ['दिनांक'], rows: [['2027-01-26']] };
const MILLION = 1_000_000;
const MB = 1_000_000;
/** What the office itself may gain while a process of its own reads what strangers made. */
const MOST_GAINED = 100 * MB;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** The workbook with its first sheet written otherwise. */
async function workbook(sheet: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await xlsxOf(LIST)));
  return zipSync({ ...parts, [SHEET]: strToU8(sheet(strFromU8(parts[SHEET] ?? new Uint8Array()))) });
}

/** Says of each part that it unpacks to a hundred bytes. */
function lying(archive: Uint8Array): Uint8Array {
  const told = Buffer.from(archive);
  for (let at = told.indexOf('PK\u0001\u0002'); at >= 0; at = told.indexOf('PK\u0001\u0002', at + 4)) {
    told.writeUInt32LE(100, at + 24);
  }
  return told;
}

describe('a workbook that is made to harm the office', () => {
  const harmless = async () => readUploaded(base64(await xlsxOf(LIST)));
  const rows = (count: number) => '<row r="9"><c r="A9" t="inlineStr"><is><t>x</t></is></c></row>'.repeat(count);
  const withRows = (count: number) => workbook((xml) => xml.replace('</sheetData>', `${rows(count)}</sheetData>`));

  it.each([
    ['of a million rows', () => withRows(MILLION)],
    ['that unpacks to more than it says', async () => lying(await withRows(MILLION))],
  ])('%s is refused in words, and the next list is read', async (_, made) => {
    const list = base64(await made());
    global.gc?.();
    const before = process.memoryUsage().rss;
    await expect(readUploaded(list)).rejects.toMatchObject({ code: 'list-too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(MOST_GAINED);
    expect(await harmless()).toEqual([['दिनांक'], ['2027-01-26']]);
  });
});
