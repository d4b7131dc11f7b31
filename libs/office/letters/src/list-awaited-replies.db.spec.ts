import type { Actor } from '@patravali/authorization';
import { PageQuery, CreateReceipt as CreateReceiptRequest } from '@patravali/contract';
import { DetachLetter, ListCorrespondence, PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt } from '@patravali/dak';
import { IssueViewQuery, MarkNotToBeSent } from '@patravali/dispatch';
import { useOffice } from '../../../../test/support/office/office';
import { writeIssue } from '../../../../test/support/papers/written-letters';
import { ListAwaitedReplies } from './list-awaited-replies';

const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');

/** A letter of the section officer that asked for a reply by a day that many days ahead. */
async function asking(days: number) {
  const { fileId } = await office().newFile(so());
  const letter = await writeIssue(office(), { fileId, by: so(), signatory: so(), served: 1 });
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
const put = (receiptId: string, fileId: string, answersIssueId?: string, answersRecipient?: number) =>
  office().get(PutReceiptInFile).execute(so(), receiptId, { fileId, flag: null, answersIssueId, answersRecipient });

describe('a reply that is awaited', () => {
  it('is listed on the file for its readers, and overdue once its day has passed', async () => {
    const [late, ahead] = [await asking(-1), await asking(5)];
    expect(await awaited(so(), late.fileId)).toMatchObject([{ issueId: late.id, number: late.number, overdue: true }]);
    expect(await awaited(office().at('DS'), ahead.fileId)).toMatchObject([{ overdue: false }]);
    await expect(awaited(office().at('OTHER'), late.fileId)).rejects.toMatchObject({ code: 'not-found' });
    const plain = await office().newFile(so());
    expect(await awaited(so(), plain.fileId)).toEqual([]);
  });

  const answeredAt = async (fileId: string) =>
    (await awaited(so(), fileId)).map(({ addressees }) => addressees.map((addressee) => addressee.answeredAt));

  it('has come when each addressee has answered, until an answer is detached', async () => {
    const { id, fileId } = await asking(-1);
    await put(await receipt(), fileId);
    expect(await answeredAt(fileId)).toEqual([[null, null]]);
    const { firstPage } = await put(await receipt(), fileId, id, 1);
    expect(await answeredAt(fileId)).toEqual([[null, firstPage]]);
    const last = await put(await receipt(), fileId, id, 0);
    expect(await awaited(so(), fileId)).toEqual([]);
    expect(await office().get(IssueViewQuery).execute(so(), id)).toMatchObject({
      answers: [
        { page: firstPage, recipient: 1 },
        { page: last.firstPage, recipient: 0 },
      ],
    });
    expect(await office().get(IssueViewQuery).execute(office().at('DISPATCH'), id)).toMatchObject({ answers: [] });
    const letters = await office().get(ListCorrespondence).execute(so(), fileId, PageQuery.parse({}));
    expect(letters.items.map(({ answersIssueId }) => answersIssueId)).toEqual([null, null, id, id]);
    await office().get(DetachLetter).execute(so(), fileId, last.serial, { reason: 'भूल' });
    expect(await answeredAt(fileId)).toEqual([[null, firstPage]]);
  });

  it('is asked of nobody to whom the letter is not to be sent', async () => {
    const { fileId, id } = await asking(-1);
    await office()
      .get(MarkNotToBeSent)
      .execute(so(), id, { recipients: [1], reason: 'स्थानान्तरित' });
    expect(await answeredAt(fileId)).toEqual([[null]]);
  });

  it('had come whole where an answer from before does not say whose it is', async () => {
    const { id, fileId } = await asking(-1);
    await put(await receipt(), fileId, id, 0);
    await office().rows(`UPDATE correspondence SET answers_position = NULL WHERE answers_issue_id = $1`, [id]);
    expect(await awaited(so(), fileId)).toEqual([]);
  });

  it('is of one addressee of the letter, who must be said where there are several', async () => {
    const { id, fileId } = await asking(-1);
    const answering = await receipt();
    await expect(put(answering, fileId, id)).rejects.toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/answersRecipient', detail: 'missing' }],
    });
    // The third gets a copy; there is no fourth.
    for (const recipient of [2, 3])
      await expect(put(answering, fileId, id, recipient)).rejects.toMatchObject({ code: 'recipient-unknown' });
    await put(answering, fileId, id, 1);
    const [added] = await office().rows<{ data: object }>(
      `SELECT data FROM event WHERE subject_id = $1 AND name = 'correspondence.added'`,
      [fileId],
    );
    expect(added?.data).toMatchObject({
      answersIssueId: id,
      answersRecipient: 1,
      answersNumber: expect.any(String) as string,
    });
  });

  it('is no answer to a letter of another file', async () => {
    const [one, other] = [await asking(-1), await asking(-1)];
    await expect(put(await receipt(), one.fileId, other.id)).rejects.toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/answersIssueId', detail: 'not-on-file' }],
    });
  });
});
