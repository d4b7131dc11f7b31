import { randomUUID } from 'node:crypto';
import { CreatePerson, ExportLists, ImportPeople } from '@patravali/establishment';
import { csvOf, type Sheet, xlsxOf } from '@patravali/spreadsheet';
import { REASON, useEstablishment } from '../../../../../test/support/establishment/establishment';
import { expectRowsAsRecorded } from '../../../../../test/support/office/rows-as-recorded';

const COLUMNS = ['मानव सम्पदा कोड', 'Name in Hindi', 'अंग्रेज़ी में नाम', 'E-mail', 'खाता बन्द करने का कारण'];
const sheet = (...rows: string[][]): Sheet => ({ title: 'व्यक्ति', columns: COLUMNS, rows });
/** By which a program knows UTF-8; a list need not have it. */
const BYTES_OF_MARK = 3;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('a list of people', () => {
  const { office, kept, aPerson, newPost, join } = useEstablishment();
  const request = (bytes: Uint8Array) => ({ list: base64(bytes), reason: REASON });
  const check = (bytes: Uint8Array) => office().get(ImportPeople).check(kept.administrator, request(bytes));
  const enter = (bytes: Uint8Array) => office().get(ImportPeople).execute(kept.administrator, request(bytes));
  const enterByHand = (username: string, more = {}) =>
    office()
      .get(CreatePerson)
      .execute(kept.administrator, aPerson({ username, ...more }));

  it('says what it would do and changes nothing, then does it with the events of each and one of its own', async () => {
    const { id: leaving } = await enterByHand('leaving');
    await join({ personId: leaving, postId: await newPost() });
    await enterByHand('corrected', { email: 'old@example.in' });
    await enterByHand('stays');
    const list = csvOf(
      sheet(
        ['new', 'नया', 'New', 'new@example.in', ''],
        ['corrected', 'रमेश यादव', 'Ramesh Yadav', '', ''],
        ['stays', 'रमेश यादव', 'Ramesh Yadav', '', ''],
        ['leaving', '', '', '', 'सेवानिवृत्त'],
      ),
    );
    const before = await office().counts();
    expect(await check(list)).toEqual({
      items: [
        { row: 2, name: 'new', change: 'created', refusal: null },
        { row: 3, name: 'corrected', change: 'changed', refusal: null },
        { row: 5, name: 'leaving', change: 'ended', refusal: null },
      ],
      same: 1,
    });
    expect(await office().counts()).toEqual(before);
    expect(await enter(list)).toEqual({ created: 1, changed: 1, ended: 1, same: 1 });
    const events = await office().rows(
      `SELECT name, data, reason FROM event WHERE reason = $1 ORDER BY at DESC, id DESC LIMIT 4`,
      [REASON],
    );
    expect(events.reverse()).toEqual([
      { name: 'user.created', data: { person: 'new' }, reason: REASON },
      { name: 'user.changed', data: { person: 'corrected' }, reason: REASON },
      { name: 'user.closed', data: { person: 'leaving', endCause: 'retired' }, reason: REASON },
      { name: 'organisation.people_imported', data: { added: 1, changed: 1, ended: 1 }, reason: REASON },
    ]);
    await expect(enter(list)).rejects.toMatchObject({ code: 'list-without-changes' });
    await expectRowsAsRecorded(office());
  });

  it('is not entered while one line is wrong, and says of each what is, and in which column', async () => {
    await enterByHand('mailed', { email: 'taken@example.in' });
    const list = await xlsxOf(
      sheet(
        ['right', 'सही', 'Right', '', ''],
        ['two words', 'क', 'A', '', ''],
        ['no-name', '', '', '', ''],
        ['mailed2', 'क', 'A', 'TAKEN@example.in', ''],
        ['mailed3', 'क', 'A', 'nowhere', ''],
        ['nobody', '', '', '', 'सेवानिवृत्त'],
        ['mailed', '', '', '', 'left'],
        ['right', 'सही', 'Right', '', ''],
      ),
    );
    const before = await office().counts();
    const { items } = await check(list);
    const wrong = items.map(({ row, refusal }) => [
      row,
      refusal?.errors.map(({ pointer, detail }) => `${pointer} ${detail}`),
    ]);
    expect(wrong).toEqual([
      [2, undefined],
      [3, ['#/username username']],
      [4, ['#/nameHi missing', '#/nameEn missing']],
      [5, ['#/email name-taken']],
      [6, ['#/email no-email']],
      [7, ['#/username no-such-person']],
      [8, ['#/closing not-offered']],
      [9, ['#/username named-twice']],
    ]);
    const refused = { code: 'list-with-mistakes', params: { count: 7, row: 3 } };
    await expect(enter(list)).rejects.toMatchObject(refused);
    expect(await office().counts()).toEqual(before);
  });

  it.each([
    ['hi', 'values', csvOf],
    ['en', 'values without a mark', (made: Sheet) => csvOf(made).subarray(BYTES_OF_MARK)],
    ['en', 'a workbook', xlsxOf],
  ] as const)('changes nothing when it is the one that was exported, in %s as %s', async (language, _, written) => {
    await enterByHand(`inert-${randomUUID()}`, { name: { hi: '=1+1', en: '-x' } });
    const exported = await office().get(ExportLists).people(kept.administrator, language, false);
    expect(exported.rows.length).toBeGreaterThan(3);
    expect(await check(await written(exported))).toEqual({ items: [], same: exported.rows.length });
    const { rows, columns } = await office().get(ExportLists).people(kept.administrator, language, true);
    expect([rows, columns]).toEqual([[], exported.columns]);
  });

  it('says why it is not one, and to whom none is given', async () => {
    const another = csvOf({ title: 'x', columns: ['नाम'], rows: [['क']] });
    await expect(check(another)).rejects.toMatchObject({ code: 'list-without-columns' });
    await expect(
      office()
        .get(ImportPeople)
        .check(office().at('SO'), request(csvOf(sheet()))),
    ).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(office().get(ExportLists).people(office().at('SO'), 'hi', true)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('leaves somebody who administers the office', async () => {
    const [{ username } = { username: '' }] = await office().rows<{ username: string }>(
      'SELECT username FROM office_user WHERE id = $1',
      [kept.administrator.userId],
    );
    const { items } = await check(csvOf(sheet([username, '', '', '', 'Retired'])));
    expect(items).toMatchObject([{ row: 2, change: null, refusal: { code: 'last-administrator' } }]);
  });
});
