import { SearchEvents } from '@patravali/audit';
import { CreateReceipt as Request, PageQuery, ReceiptRow, pageOf } from '@patravali/contract';
import { ListCorrespondence, PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt } from '@patravali/dak';
import { ReceiptBox } from '@patravali/desk';
import { useOffice } from '../../../../test/support/office/office';
import { printedDiary } from '../../../../test/support/papers/printed-diary';

describe('a diary number in an office that has abbreviations in Hindi', () => {
  const office = useOffice({ holds: 'section' });
  const so = () => office().at('SO');
  beforeAll(async () => {
    await office().rows(`UPDATE unit SET abbreviation_hi = 'स्था०' WHERE abbreviation = 'EST'`);
    await office().rows(`UPDATE number_scheme SET template = '{serial}/{unit}/{year}' WHERE kind = 'diary'`);
  });

  const diarised = async () => {
    const documentId = await office().newDocument(so(), { pages: 1 });
    const letter = { subject: 'अनुदान', senderName: 'निरीक्षक', receivedOn: '2026-01-05' };
    const request = Request.parse({ ...letter, documentId, deliveryMode: 'post', language: 'hi' });
    return await office().get(CreateReceipt).execute(so(), request);
  };

  it('is the same number in both, and stands so on the desk and on the printed diary', async () => {
    const { id, diaryNumber, diaryNumberHi } = await diarised();
    expect(diaryNumberHi).toBe(diaryNumber.replace('EST', 'स्था०'));
    const box = office().get(ReceiptBox).execute(so(), PageQuery.parse({}));
    const { items } = await office().named(pageOf(ReceiptRow), box);
    expect(items.find((row) => row.id === id)).toMatchObject({ diaryNumber, diaryNumberHi });
    const numbersIn = async (language: 'hi' | 'en') =>
      (await printedDiary(office(), so(), { language })).rows.map(([number]) => number);
    expect(await numbersIn('hi')).toContain(diaryNumberHi);
    expect(await numbersIn('en')).toContain(diaryNumber);
  });

  it('is told by the events of the letter and of its file, and found however it is typed', async () => {
    const { id, diaryNumber, diaryNumberHi } = await diarised();
    const auditedUnitIds = [office().unitId];
    const auditor = await office().actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds });
    for (const number of [diaryNumber, diaryNumberHi ?? '']) {
      const found = await office()
        .get(SearchEvents)
        .execute(auditor, { ...PageQuery.parse({}), number });
      expect(found.items.map(({ of }) => [of.number, of.numberHi])).toContainEqual([diaryNumber, diaryNumberHi]);
    }
    const { fileId } = await office().newFile(so());
    await office().get(PutReceiptInFile).execute(so(), id, { fileId, flag: null });
    const told = await office().rows<{ data: object }>(
      `SELECT data FROM event WHERE name IN ('receipt.created', 'correspondence.added')
         AND (subject_id = $1 OR related_id = $1)`,
      [id],
    );
    expect(told.map(({ data }) => data)).toMatchObject([
      { diaryNumber, diaryNumberHi },
      { diaryNumber, diaryNumberHi },
    ]);
    const { items } = await office().get(ListCorrespondence).execute(so(), fileId, PageQuery.parse({}));
    expect(items).toMatchObject([{ diaryNumber, diaryNumberHi }]);
  });

  it('is one where the unit has none', async () => {
    await office().rows('UPDATE unit SET abbreviation_hi = NULL');
    const { diaryNumberHi } = await diarised();
    expect(diaryNumberHi).toBeNull();
  });
});
