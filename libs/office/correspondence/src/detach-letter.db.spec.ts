import type { Actor } from '@patravali/authorization';
import { CorrespondenceView, CreateReceipt as Request, EventView, PageQuery, ReceiptView } from '@patravali/contract';
import { CreateReceipt, ForwardReceipt, ReceiptViewQuery } from '@patravali/dak';
import { ReceiptBox } from '@patravali/desk';
import { ReadDocument } from '@patravali/documents';
import { FileHistory } from '@patravali/files';
import { ForwardFile, PullBackFile } from '@patravali/movement';
import { z } from 'zod';
import { useOffice } from '../../../../test/support/office/office';
import { writeIssue } from '../../../../test/support/papers/written-letters';
import { DetachLetter } from './detach-letter';
import { FlagCorrespondence } from './flag-correspondence';
import { ListCorrespondence } from './list-correspondence';
import { PutReceiptInFile } from './put-receipt-in-file';

const PAGE = PageQuery.parse({});
const REASON = 'दूसरी पत्रावली का पत्र';
const office = useOffice({ holds: 'section' });

async function diarise(by: Actor, more: object = {}) {
  const entry = {
    documentId: await office().newDocument(by),
    subject: 'अनुदान',
    senderName: 'निरीक्षक',
    letterNumber: '112/2026',
    receivedOn: '2020-01-20',
    deliveryMode: 'post',
    language: 'hi',
    ...more,
  };
  return await office().get(CreateReceipt).execute(by, Request.parse(entry));
}
const put = (by: Actor, id: string, fileId: string, flag: 'puc' | null = 'puc') =>
  office().get(PutReceiptInFile).execute(by, id, { fileId, flag });
const detach = (by: Actor, fileId: string, serial: number, ifMatch?: number) =>
  office().get(DetachLetter).execute(by, fileId, serial, { reason: REASON }, ifMatch);
const send = (by: Actor, fileId: string, to: Actor) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, {
      toPostId: to.postId,
      action: 'put_up',
      confirmNote: true,
      note: { text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'परीक्षण' }] }] }, decision: null },
    });
const contents = async (by: Actor, fileId: string) =>
  await office().named(
    z.array(CorrespondenceView),
    office()
      .get(ListCorrespondence)
      .execute(by, fileId, PAGE)
      .then(({ items }) => items),
  );
const view = (by: Actor, id: string) => office().named(ReceiptView, office().get(ReceiptViewQuery).execute(by, id));

describe('detaching a letter that was put in by mistake', () => {
  it('keeps its serial and its pages, marked with reason, person and time, and gives the receipt back to the desk', async () => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    const [wrong, right] = [await diarise(so), await diarise(so)];
    await put(so, wrong.id, fileId);
    await put(so, right.id, fileId);
    await detach(so, fileId, 1);
    const [first, second] = await contents(so, fileId);
    expect(first).toMatchObject({
      serial: 1,
      firstPage: 1,
      lastPage: 2,
      diaryNumber: wrong.diaryNumber,
      flag: null,
      detachable: false,
      party: null,
      subject: null,
      letterNumber: null,
      document: null,
      receiptId: null,
      remarks: [],
      detached: { reason: REASON, by: { post: { marking: 'SO' }, capacity: 'regular' } },
    });
    expect(second).toMatchObject({
      serial: 2,
      firstPage: 3,
      lastPage: 4,
      party: 'निरीक्षक',
      detached: null,
      detachable: true,
    });
    expect(await view(so, wrong.id)).toMatchObject({
      state: 'on_desk',
      holder: { marking: 'SO' },
      file: null,
      placed: null,
      unread: false,
      allowedMoves: ['forward', 'put_in_file', 'correct', 'close'],
    });
    const { items } = await office().get(ReceiptBox).execute(so, PAGE);
    expect(items.map(({ id }) => id)).toContain(wrong.id);
    const events = await office().named(
      z.array(EventView),
      office()
        .get(FileHistory)
        .execute(so, fileId, PAGE)
        .then((page) => page.items),
    );
    expect(events.at(-1)).toMatchObject({
      name: 'correspondence.detached',
      reason: REASON,
      data: { serial: 1, firstPage: 1, lastPage: 2, diaryNumber: wrong.diaryNumber },
    });
  });

  it('lets the receipt be put in another file, or in the same one again, behind what lies there', async () => {
    const so = office().at('SO');
    const [one, other] = [await office().newFile(so), await office().newFile(so)];
    const { id } = await diarise(so);
    await put(so, id, one.fileId);
    await detach(so, one.fileId, 1);
    expect(await put(so, id, one.fileId)).toMatchObject({ serial: 2, firstPage: 3, lastPage: 4 });
    expect(await view(so, id)).toMatchObject({ file: { id: one.fileId }, placed: { firstPage: 3, lastPage: 4 } });
    await detach(so, one.fileId, 2);
    expect(await put(so, id, other.fileId)).toMatchObject({ serial: 1, firstPage: 1 });
    expect(await view(so, id)).toMatchObject({ file: { id: other.fileId }, placed: { firstPage: 1, lastPage: 2 } });
    expect(await contents(so, one.fileId)).toMatchObject([{ detached: {} }, { detached: {} }]);
  });

  it('takes the letter from whoever reads it only through the file', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    const aso = office().at('ASO');
    const documentId = await office().newDocument(aso);
    const { id } = await diarise(aso, { documentId, forward: { toPostId: so.postId } });
    await put(so, id, fileId);
    const read = (by: Actor) => office().get(ReadDocument).execute(by, documentId);
    await office().rows('UPDATE receipt SET reader_post_ids = $2 WHERE id = $1', [id, [aso.postId, so.postId]]);
    await expect(read(us)).resolves.toMatchObject({ fileName: 'पत्र.pdf' });
    await expect(view(us, id)).resolves.toMatchObject({ id });
    await detach(so, fileId, 1);
    await expect(read(us)).rejects.toMatchObject({ code: 'not-found' });
    await expect(view(us, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(JSON.stringify(await contents(us, fileId))).not.toMatch(/निरीक्षक|अनुदान|112|पत्र\.pdf/);
    await expect(read(so)).resolves.toBeDefined();
  });

  it('is refused once the file has moved, pulled back or not', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    await put(so, (await diarise(so)).id, fileId);
    await send(so, fileId, us);
    await expect(detach(so, fileId, 1)).rejects.toMatchObject({ code: 'not-allowed' });
    await office().get(PullBackFile).execute(so, fileId, {});
    const before = await contents(so, fileId);
    await expect(detach(so, fileId, 1)).rejects.toMatchObject({ code: 'letter-went-with-file', params: { serial: 1 } });
    expect(await contents(so, fileId)).toEqual(before);
    expect(before).toMatchObject([{ detachable: false }]);
  });

  it('is refused for an office copy, for what is detached, for what is not there, and over another version', async () => {
    const so = office().at('SO');
    const mine = await office().newFile(so);
    const other = await office().newFile(so);
    await writeIssue(office(), { fileId: other.fileId, by: so, signatory: so, served: 0 });
    await expect(detach(so, other.fileId, 1)).rejects.toMatchObject({ code: 'office-copy-stays' });
    await put(so, (await diarise(so)).id, mine.fileId);
    await expect(detach(so, mine.fileId, 2)).rejects.toMatchObject({ code: 'not-found' });
    await expect(detach(so, mine.fileId, 1, 7)).rejects.toMatchObject({ code: 'file-moved' });
    await detach(so, mine.fileId, 1);
    await expect(detach(so, mine.fileId, 1)).rejects.toMatchObject({ code: 'letter-detached' });
    await expect(office().get(FlagCorrespondence).execute(so, mine.fileId, 1, { flag: 'a' })).rejects.toMatchObject({
      code: 'letter-detached',
    });
  });

  it('is not found by whoever may not read the file, and not allowed to whoever only reads it', async () => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    await put(so, (await diarise(so)).id, fileId);
    await expect(detach(office().at('CLERK'), fileId, 1)).rejects.toMatchObject({ code: 'not-found' });
    await expect(detach(office().at('US'), fileId, 1)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('flags', () => {
  it('are on one letter each, and move; a paper under consideration may be several', async () => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    for (let n = 0; n < 3; n++) await put(so, (await diarise(so)).id, fileId);
    const flag = (serial: number, to: 'puc' | 'fr' | 'a' | null) =>
      office().get(FlagCorrespondence).execute(so, fileId, serial, { flag: to });
    const flags = async () => (await contents(so, fileId)).map((letter) => letter.flag);
    expect(await flags()).toEqual(['puc', 'puc', 'puc']);
    await flag(1, 'a');
    await flag(2, 'fr');
    expect(await flags()).toEqual(['a', 'fr', 'puc']);
    await flag(3, 'a');
    await flag(3, 'a');
    expect(await flags()).toEqual([null, 'fr', 'a']);
    const told = await office().rows(
      `SELECT data FROM event WHERE subject_id = $1 AND name = 'correspondence.flagged' ORDER BY sequence`,
      [fileId],
    );
    expect(told.slice(2)).toEqual([
      { data: { serial: 3, flag: 'a', takenFrom: 1 } },
      { data: { serial: 3, flag: 'a' } },
    ]);
    expect(await put(so, (await diarise(so)).id, fileId, null)).toMatchObject({ serial: 4 });
    await office()
      .get(PutReceiptInFile)
      .execute(so, (await diarise(so)).id, { fileId, flag: 'fr' });
    expect(await flags()).toEqual([null, null, 'a', null, 'fr']);
  });
});

describe('the docket of a letter', () => {
  it('stands where the file was when the letter came, with what was written on the receipt on its way', async () => {
    const [so, us, aso] = [office().at('SO'), office().at('US'), office().at('ASO')];
    const { fileId } = await office().newFile(so);
    await put(so, (await diarise(so)).id, fileId);
    await send(so, fileId, us);
    const { id } = await diarise(aso, { forward: { toPostId: so.postId, remarks: 'तत्काल देखें' } });
    await office()
      .get(ForwardReceipt)
      .execute(so, id, { toPostId: us.postId, action: 'put_up', remarks: 'कृपया चर्चा करें' });
    await put(us, id, fileId);
    expect(await contents(us, fileId)).toMatchObject([
      { afterNote: 0, afterMovement: 1, remarks: [] },
      {
        afterNote: 1,
        afterMovement: 2,
        remarks: [
          { text: 'तत्काल देखें', by: { post: { marking: 'ASO' } } },
          { text: 'कृपया चर्चा करें', by: { post: { marking: 'SO' } } },
        ],
      },
    ]);
  });
});
