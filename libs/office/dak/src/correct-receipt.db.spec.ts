import type { Actor } from '@patravali/authorization';
import { CreateReceipt as CreateReceiptRequest, type DiaryEntry, DiaryRow, ReceiptView } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { ListDiary } from '@patravali/dak';
import { startTypesetter } from '@patravali/typesetting';
import { z } from 'zod';
import { useOffice } from '../../../../test/support/office/office';
import { printedDiary } from '../../../../test/support/papers/printed-diary';
import { pageTexts } from '../../../platform/typesetting/test/pdf-text';
import { CorrectReceipt } from './correct-receipt';
import { CreateReceipt } from './create-receipt';
import { ReceiptViewQuery } from './receipt-view';

const office = useOffice({ holds: 'section' });

const ENTRY: DiaryEntry = {
  subject: 'विद्यालय भवन की मरमत',
  senderName: 'जिला विद्यालय निरीक्षक',
  senderDesignation: null,
  senderAddress: null,
  senderEmail: null,
  letterNumber: '112/2026',
  letterDate: '2020-01-15',
  receivedOn: '2020-01-20',
  deliveryMode: 'post',
  language: 'hi',
  grading: 'normal',
  urgency: 'ordinary',
  enclosures: 0,
  remarks: null,
};
const REASON = 'वर्तनी की भूल';

async function diarise(by: Actor, to?: Actor, more: Partial<DiaryEntry> = {}) {
  const filled = Object.entries({ ...ENTRY, ...more }).filter(([, value]) => value !== null);
  const documentId = await office().newDocument(by);
  const forward = to && { toPostId: to.postId };
  const request = CreateReceiptRequest.parse({ ...Object.fromEntries(filled), documentId, forward });
  return await office().get(CreateReceipt).execute(by, request);
}
const correct = (by: Actor, id: string, change: Partial<DiaryEntry>, version = 1) =>
  office()
    .get(CorrectReceipt)
    .execute(by, id, { ...ENTRY, ...change, reason: REASON }, version);
const view = (by: Actor, id: string) => office().named(ReceiptView, office().get(ReceiptViewQuery).execute(by, id));
const lineOf = async (by: Actor, id: string) => {
  const { items } = await office().get(ListDiary).execute(by, { limit: 200 });
  return (await office().named(z.array(DiaryRow), Promise.resolve(items))).find((row) => row.id === id);
};

describe('correcting a diary entry', () => {
  it('changes what was read off the letter, keeps the number, and shows old and new in the line of the diary', async () => {
    const [aso, dispatch] = [office().at('ASO'), office().at('DISPATCH')];
    const { id, diaryNumber } = await diarise(aso);
    const change = { subject: 'विद्यालय भवन की मरम्मत', letterNumber: null, letterDate: '2020-01-16', enclosures: 2 };
    await expect(correct(aso, id, change)).resolves.toEqual({ id, version: 2 });
    expect(await view(aso, id)).toMatchObject({ ...change, diaryNumber, document: { pages: 2 }, version: 2 });
    const told = {
      by: { post: { marking: 'ASO' }, capacity: 'regular' },
      reason: REASON,
      changes: [
        { field: 'subject', before: ENTRY.subject, after: change.subject },
        { field: 'letterNumber', before: '112/2026', after: null },
        { field: 'letterDate', before: '2020-01-15', after: '2020-01-16' },
        { field: 'enclosures', before: 0, after: 2 },
      ],
    };
    expect(await lineOf(dispatch, id)).toMatchObject({ subject: change.subject, corrections: [told] });
    expect((await view(aso, id)).corrections).toMatchObject([told]);
    const events = await office().rows('SELECT name, reason, data FROM event WHERE subject_id = $1 ORDER BY sequence', [
      id,
    ]);
    expect(events).toMatchObject([
      { name: 'receipt.created' },
      { name: 'receipt.corrected', reason: REASON, data: { changes: told.changes } },
    ]);
  });

  it('is open to the desk that made the entry, wherever the letter is, and to the desk that holds it', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { id } = await diarise(aso, so);
    await correct(aso, id, { senderName: 'जिला बेसिक शिक्षा अधिकारी' });
    expect((await view(so, id)).unread).toBe(true);
    await correct(so, id, { senderName: 'जिला बेसिक शिक्षा अधिकारी', remarks: 'मूल प्रति संलग्न' }, 2);
    expect(await view(so, id)).toMatchObject({ unread: false, remarks: 'मूल प्रति संलग्न' });
    expect((await lineOf(aso, id))?.corrections.map(({ by }) => by.post.marking)).toEqual(['ASO', 'SO']);
  });

  it('is refused to every other desk, which is told who may (403)', async () => {
    const [aso, so, us] = [office().at('ASO'), office().at('SO'), office().at('US')];
    const { id } = await diarise(aso, so);
    const refused = { code: 'entry-of-another-desk', params: { post: 'US', posts: ['ASO', 'SO'] } };
    await expect(correct(us, id, { subject: 'अन्य' })).rejects.toMatchObject(refused);
    expect((await view(us, id)).allowedMoves).toEqual([]);
    await expect(correct(office().at('CLERK'), id, { subject: 'अन्य' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(correct(office().at('AUDIT'), id, { subject: 'अन्य' })).rejects.toMatchObject({ code: refused.code });
  });

  it('is refused once the letter is filed, with the way out (409)', async () => {
    const so = office().at('SO');
    const { id } = await diarise(so);
    const { fileId } = await office().newFile(so);
    const { version } = await office().get(PutReceiptInFile).execute(so, id, { fileId, flag: null });
    await expect(correct(so, id, { subject: 'अन्य' }, version)).rejects.toMatchObject({
      code: 'entry-filed',
    });
  });

  it.each([
    ['that changes nothing', {}, 'invalid-input'],
    ['to a day that has not come', { receivedOn: '2999-01-01' }, 'date-in-future'],
    ['to another grading by a clerk', { grading: 'secret' }, 'grading-needs-officer'],
    ['to VIP by a clerk', { urgency: 'vip' }, 'urgency-needs-officer'],
  ] as const)('is refused %s', async (_, change, code) => {
    const aso = office().at('ASO');
    const { id } = await diarise(aso);
    await expect(correct(aso, id, change)).rejects.toMatchObject({ code });
    expect(await view(aso, id)).toMatchObject({ version: 1, corrections: [] });
  });

  it('is refused to whoever looked at an older version (412), and made once by two at the same time', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { id } = await diarise(aso, so);
    const both = await Promise.allSettled([correct(aso, id, { subject: 'एक' }), correct(so, id, { subject: 'दो' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const each of both)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'changed-meanwhile' });
    expect((await view(aso, id)).corrections).toHaveLength(1);
  });

  it('of the grading, by an officer, changes who reads the letter', async () => {
    const [aso, so, us, audit] = (['ASO', 'SO', 'US', 'AUDIT'] as const).map((marking) => office().at(marking));
    if (!aso || !so || !us || !audit) throw new Error('no actors');
    const { id } = await diarise(aso, so);
    await correct(so, id, { grading: 'confidential' });
    for (const reader of [us, audit]) await expect(view(reader, id)).rejects.toMatchObject({ code: 'not-found' });
    for (const reader of [aso, so]) await expect(view(reader, id)).resolves.toMatchObject({ grading: 'confidential' });
    await correct(so, id, { grading: 'normal', urgency: 'vip' }, 2);
    for (const reader of [us, audit]) await expect(view(reader, id)).resolves.toMatchObject({ urgency: 'vip' });
    const clerk = await correct(aso, id, { urgency: 'vip', remarks: 'देखें' }, 3);
    expect(clerk).toEqual({ id, version: 4 });
  });

  it('stands in the printed diary, below the subject', async () => {
    const other = office().at('OTHER');
    const { id } = await diarise(other, undefined, { subject: 'पुराना विषय' });
    await correct(other, id, { subject: 'नया विषय', deliveryMode: 'by_hand' });
    const cell = (await printedDiary(office(), other)).rows.flat().find((text) => text.startsWith('नया विषय'));
    expect(cell).toMatch(
      /^नया विषय\n\d\d\.\d\d\.\d{4} को OTHER अधिकारी \(OTHER\) द्वारा संशोधित: विषय: पुराना विषय → नया विषय; प्राप्ति का माध्यम: डाक → दस्ती।/,
    );
  });

  it.each(['hi', 'en'] as const)(
    'is printed in columns as wide as a heading and a file number, in %s',
    async (language) => {
      const { columns, ...diary } = await printedDiary(office(), office().at('OTHER'), { language });
      const row = columns.map((_, index) => (index === columns.length - 1 ? 'A-11011/12/2026-Estt' : ''));
      const typesetter = startTypesetter();
      const [page] = await pageTexts(await typesetter.register({ ...diary, columns, rows: [row] }));
      await typesetter.close();
      expect(page).toContain('A-11011/12/2026-Estt');
      for (const { heading } of columns) expect(page).toContain(heading);
    },
  );
});
