import { ChildProcessFailed, ChildProcessQueue } from '@patravali/child-process';
import { xlsxOf } from '@patravali/spreadsheet';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readUploaded } from './read-uploaded';

const SHEET = 'xl/worksheets/sheet1.xml';
const LIST = { title: 'सूची', columns: ['दिनांक'], rows: [['2027-01-26']] };
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('a list that somebody hands in', () => {
  it('is refused with formulas, and when it unpacks to more than any list', async () => {
    const parts = unzipSync(new Uint8Array(await xlsxOf(LIST)));
    const xml = strFromU8(parts[SHEET] ?? new Uint8Array());
    const computed = xml.replace('</sheetData>', '<row r="9"><c r="A9"><f>NOW()</f><v>1</v></c></row></sheetData>');
    await expect(readUploaded(base64(zipSync({ ...parts, [SHEET]: strToU8(computed) })))).rejects.toMatchObject({
      code: 'list-not-plain',
    });
    const lines = Buffer.from(`दिनांक\n${'2027-01-26\n'.repeat(10_001)}`);
    await expect(readUploaded(base64(lines))).rejects.toMatchObject({
      code: 'list-too-large',
      params: { rows: 10_000 },
    });
  });

  it('is to be handed in again when the process found no time for it', async () => {
    const starved = new ChildProcessFailed('starved');
    const run = jest.spyOn(ChildProcessQueue.prototype, 'run').mockRejectedValueOnce(starved);
    await expect(readUploaded('eA==')).rejects.toMatchObject({ code: 'list-unread' });
    run.mockRestore();
    expect(await readUploaded(base64(await xlsxOf(LIST)))).toEqual([['दिनांक'], ['2027-01-26']]);
  });
});
