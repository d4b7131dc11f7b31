import type { Actor } from '@patravali/authorization';
import { PageQuery, CreateReceipt as CreateReceiptRequest } from '@patravali/contract';
import { DetachLetter, ListCorrespondence, PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt } from '@patravali/dak';
import { IssueViewQuery } from '@patravali/dispatch';
import { useOffice } from '../../../../test/support/office/office';
import { writeIssue } from '../../../../test/support/papers/written-letters';
import { ListAwaitedReplies } from './list-awaited-replies';

const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');

/** A letter of the section officer that asked for a reply by a day that many days ahead. */
async function asking(days: number) {
  const { fileId } = await office().newFile(so());
  const letter = await writeIssue(office(), { fileId, by: so(), signatory: so(), served: 2 });
  await office().rows('ALTER TABLE issue DISABLE TRIGGER issue_is_final');
  await office().rows('UPDATE issue SET reply_by = india_today() + $2::integer WHERE id = $1', [letter.id, days]);
  await office().rows('ALTER TABLE issue ENABLE TRIGGER issue_is_final');
  return { ...letter, fileId };
}
const awaited = async (by: Actor, fileId: string) => (await office().get(ListAwaitedReplies).execute(by, fileId)).items;
const receipt = async () => {
  const documentId = await office().newDocument(so(), { pages: 1 });
  const request = CreateReceiptRequest.parse({
    documentId,
    subject: 'उत्तर',
    senderName: 'निरीक्षक',
    receivedOn: '2026-01-05',
    deliveryMode: 'post',
    language: 'hi',
  });
  return (await office().get(CreateReceipt).execute(so(), request)).id;
};
const put = (receiptId: string, fileId: string, answersIssueId?: string) =>
  office()
    .get(PutReceiptInFile)
    .execute(so(), receiptId, { fileId, flag: null, ...(answersIssueId && { answersIssueId }) });

describe('a reply that is awaited', () => {
  it('is listed on the file for its readers, and overdue once its day has passed', async () => {
    const [late, ahead] = [await asking(-1), await asking(5)];
    expect(await awaited(so(), late.fileId)).toMatchObject([{ issueId: late.id, number: late.number, overdue: true }]);
    expect(await awaited(office().at('DS'), ahead.fileId)).toMatchObject([{ overdue: false }]);
    await expect(awaited(office().at('OTHER'), late.fileId)).rejects.toMatchObject({ code: 'not-found' });
    const plain = await office().newFile(so());
    expect(await awaited(so(), plain.fileId)).toEqual([]);
  });

  it('has come when a receipt that answers it is put in the file, until that is detached', async () => {
    const { id, fileId } = await asking(-1);
    await put(await receipt(), fileId);
    expect(await awaited(so(), fileId)).toHaveLength(1);
    const { serial, firstPage } = await put(await receipt(), fileId, id);
    expect(await awaited(so(), fileId)).toEqual([]);
    expect(await office().get(IssueViewQuery).execute(so(), id)).toMatchObject({ answers: [{ page: firstPage }] });
    expect(await office().get(IssueViewQuery).execute(office().at('DISPATCH'), id)).toMatchObject({ answers: [] });
    const letters = await office().get(ListCorrespondence).execute(so(), fileId, PageQuery.parse({}));
    expect(letters.items.map(({ answersIssueId }) => answersIssueId)).toEqual([null, null, id]);
    await office().get(DetachLetter).execute(so(), fileId, serial, { reason: 'भूल' });
    expect(await awaited(so(), fileId)).toHaveLength(1);
  });

  it('is no answer to a letter of another file', async () => {
    const [one, other] = [await asking(-1), await asking(-1)];
    await expect(put(await receipt(), one.fileId, other.id)).rejects.toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/answersIssueId', detail: 'not-on-file' }],
    });
  });
});
