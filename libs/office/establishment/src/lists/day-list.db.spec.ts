import type { Actor } from '@patravali/authorization';
import { DeclareDays, OrganisationQueries } from '@patravali/organisation';
import { ReadDayList } from '@patravali/establishment';
import { csvOf, xlsxOf } from '@patravali/spreadsheet';
import { useOffice } from '../../../../../test/support/office/office';

const office = useOffice({ holds: 'section' });
let administrator: Actor;
beforeAll(async () => {
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
});

const HEAD = ['दिनांक', 'हिन्दी में नाम', 'अंग्रेज़ी में नाम', 'प्रकार'];
const read = (list: Buffer, by = administrator) =>
  office()
    .get(ReadDayList)
    .execute(by, { year: 2027, list: list.toString('base64') });
const sheet = (...rows: string[][]) => ({ title: 'अवकाश', columns: HEAD, rows });
const GOOD = sheet(
  ['22.3.2027', 'होली', 'Holi', ''],
  ['2027-01-26', 'गणतन्त्र दिवस', 'Republic Day', 'अवकाश'],
  ['14/04/2027', 'अम्बेडकर जयन्ती', '', 'निर्बन्धित अवकाश'],
  ['13-11-2027', '', 'Working Saturday', 'Working day'],
);

describe('the list of holidays of a year', () => {
  it('is read from a workbook or from values alike, says what it would add or change, and changes nothing itself', async () => {
    const read27 = await read(await xlsxOf(GOOD));
    expect(await read(csvOf(GOOD))).toEqual(read27);
    expect(read27.mistakes).toEqual([]);
    expect(
      read27.days.map(({ row, declared: { day, works, restricted }, change }) => [row, day, works, restricted, change]),
    ).toEqual([
      [3, '2027-01-26', false, false, 'added'],
      [2, '2027-03-22', false, false, 'added'],
      [4, '2027-04-14', false, true, 'added'],
      [5, '2027-11-13', true, false, 'added'],
    ]);
    expect(read27.days[2]?.declared.name).toEqual({ hi: 'अम्बेडकर जयन्ती', en: 'अम्बेडकर जयन्ती' });
    const { days } = await office().get(OrganisationQueries).calendar(administrator, { year: 2027 });
    expect(days).toEqual([]);
  });

  it('changes what is said otherwise, and leaves what is there', async () => {
    const { days } = await read(csvOf(GOOD));
    const reason = 'शासनादेश संख्या 27/2026';
    const declared = days.map((day) => day.declared);
    await office().get(DeclareDays).execute(administrator, { year: 2027, days: declared, reason });
    const again = await read(
      csvOf(sheet(...GOOD.rows.slice(0, 3).map((row) => [...row]), ['13-11-2027', '', 'Working Saturday', 'holiday'])),
    );
    expect(again.days.map(({ change }) => change)).toEqual(['same', 'same', 'same', 'changed']);
  });

  it('says what is wrong by row and column, and then of no day that it would be declared', async () => {
    const { days, mistakes } = await read(
      csvOf(
        sheet(
          ['2027-02-30', 'क', 'A', ''],
          ['2026-01-26', 'क', 'A', ''],
          ['', 'क', 'A', ''],
          ['', '', '', ''],
          ['2027-05-01', '', '', 'छुट्टी'],
          ['2027-05-02', 'ख', 'x'.repeat(201), ''],
          ['2/5/2027', 'ख', 'B', ''],
        ),
      ),
    );
    expect(days).toEqual([]);
    expect(mistakes).toEqual([
      { row: 2, column: 'day', code: 'no-day' },
      { row: 3, column: 'day', code: 'another-year' },
      { row: 4, column: 'day', code: 'missing' },
      { row: 6, column: 'nameHi', code: 'missing' },
      { row: 6, column: 'kind', code: 'not-offered' },
      { row: 7, column: 'nameEn', code: 'too-long' },
      { row: 8, column: 'day', code: 'twice' },
    ]);
  });

  it('is handed in by administrators, in a file that is a list with these columns', async () => {
    await expect(read(csvOf(GOOD), office().at('SO'))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(read(Buffer.from([0xff, 0xfe, 0x41, 0x00]))).rejects.toMatchObject({ code: 'list-unreadable' });
    await expect(read(Buffer.from('PK\u0003\u0004 no archive'))).rejects.toMatchObject({ code: 'list-unreadable' });
    const another = csvOf({ title: 'x', columns: ['नाम', 'पद'], rows: [['क', 'ख']] });
    await expect(read(another)).rejects.toMatchObject({
      code: 'list-without-columns',
      params: { columns: [{ hi: 'दिनांक', en: 'Date' }] },
    });
  });
});
