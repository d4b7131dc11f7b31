import { ExportLists, ImportPosts } from '@patravali/establishment';
import { csvOf, type Sheet, xlsxOf } from '@patravali/spreadsheet';
import { NAZARAT, REASON, useEstablishment } from '../../../../../test/support/establishment/establishment';
import { expectRowsAsRecorded } from '../../../../../test/support/office/rows-as-recorded';

const COLUMNS = ['Marking', 'पदनाम', 'Designation', 'Level', 'इकाई', 'Superior', 'Roles', 'Abolished'];
const sheet = (...rows: string[][]): Sheet => ({ title: 'पद', columns: COLUMNS, rows });

describe('a list of posts', () => {
  const { office, kept, newPost } = useEstablishment();
  const request = (bytes: Uint8Array) => ({ list: Buffer.from(bytes).toString('base64'), reason: REASON });
  const check = (bytes: Uint8Array) => office().get(ImportPosts).check(kept.administrator, request(bytes));
  const enter = (bytes: Uint8Array) => office().get(ImportPosts).execute(kept.administrator, request(bytes));
  const unit = NAZARAT.abbreviationHi;

  it('enters whoever stands above others before them, whatever the order of the lines, and ends posts', async () => {
    await newPost({ marking: 'ENDS', level: 7 });
    await newPost({ marking: 'RAISED', level: 7, phone: '05462-220000' });
    const list = csvOf(
      sheet(
        ['CLERK-9', 'लिपिक', 'Clerk', '९', unit, 'HEAD-2', 'पटल सहायक, Dispatcher', ''],
        ['HEAD-2', 'प्रधान', 'Head', '2', unit.toUpperCase(), '', 'अधिकारी', 'नहीं'],
        ['RAISED', '', '', '6', unit, 'HEAD-2', 'Dealing hand', ''],
        ['ENDS', '', '', '', '', '', '', 'हाँ'],
      ),
    );
    const { items } = await check(list);
    expect(items.map(({ row, change, refusal }) => [row, change, refusal])).toEqual([
      [2, 'created', null],
      [3, 'created', null],
      [4, 'changed', null],
      [5, 'ended', null],
    ]);
    expect(await enter(list)).toEqual({ created: 2, changed: 1, ended: 1, same: 0 });
    const posts = await office().rows(
      `SELECT post.marking, post.level, to_jsonb(post.roles) AS roles, above.marking AS above, post.phone,
         post.abolished_at IS NOT NULL AS abolished
       FROM post LEFT JOIN post above ON above.id = post.superior_post_id
       WHERE post.marking IN ('CLERK-9', 'HEAD-2', 'RAISED', 'ENDS') ORDER BY post.level, post.marking`,
    );
    expect(posts).toEqual([
      { marking: 'HEAD-2', level: 2, roles: ['officer'], above: null, phone: null, abolished: false },
      {
        marking: 'RAISED',
        level: 6,
        roles: ['dealing_hand'],
        above: 'HEAD-2',
        phone: '05462-220000',
        abolished: false,
      },
      { marking: 'ENDS', level: 7, roles: ['dealing_hand'], above: null, phone: null, abolished: true },
      {
        marking: 'CLERK-9',
        level: 9,
        roles: ['dealing_hand', 'dispatcher'],
        above: 'HEAD-2',
        phone: null,
        abolished: false,
      },
    ]);
    await expectRowsAsRecorded(office());
  });

  it('says of each line what is wrong, and in which column', async () => {
    const list = csvOf(
      sheet(
        ['A-1', 'क', 'A', '5', 'नहीं है', '', 'officer', ''],
        ['A-2', 'क', 'A', '5', unit, 'NOBODY', 'officer', ''],
        ['A-3', 'क', 'A', 'पाँच', unit, '', 'officer', ''],
        ['A-4', 'क', 'A', '5', unit, '', 'clerk', ''],
        ['A-5', '', '', '', '', '', '', ''],
        ['A 6/', 'क', 'A', '5', unit, '', 'officer', ''],
        ['A-7', 'क', 'A', '5', unit, '', 'officer', 'शायद'],
        ['A-8', '', '', '', '', '', '', 'yes'],
        ['ADMIN', '', '', '9', unit, '', 'officer', ''],
      ),
    );
    const { items } = await check(list);
    const wrong = items.map(({ row, refusal }) => [
      row,
      refusal?.errors.map(({ pointer, detail }) => `${pointer} ${detail}`) ?? [],
      refusal?.code,
    ]);
    expect(wrong).toEqual([
      [2, ['#/unit unknown-unit'], 'unknown-unit'],
      [3, ['#/superior unknown-post'], 'unknown-post'],
      [4, ['#/level wrong-kind'], 'invalid-input'],
      [5, ['#/roles not-offered'], 'invalid-input'],
      [
        6,
        [
          '#/designationHi missing',
          '#/designationEn missing',
          '#/level missing',
          '#/unit missing',
          '#/roles fewer-than',
        ],
        'invalid-input',
      ],
      [7, ['#/marking name'], 'invalid-input'],
      [8, ['#/abolished not-offered'], 'invalid-input'],
      [9, ['#/marking unknown-post'], 'unknown-post'],
      [10, [], 'last-administrator'],
    ]);
  });

  it('changes nothing when it is the one that was exported', async () => {
    const ways = [
      ['hi', csvOf],
      ['en', xlsxOf],
    ] as const;
    for (const [language, written] of ways) {
      const exported = await office().get(ExportLists).posts(kept.administrator, language, false);
      expect(exported.rows.length).toBeGreaterThan(5);
      expect(await check(await written(exported))).toEqual({ items: [], same: exported.rows.length });
    }
  });
});
