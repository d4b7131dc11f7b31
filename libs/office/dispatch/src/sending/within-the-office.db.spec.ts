import type { Actor } from '@patravali/authorization';
import { DispatchIssue as DispatchIssueRequest, IssueView, ReceiptView } from '@patravali/contract';
import { CorrectReceipt, ReceiptViewQuery, ReturnReceipt } from '@patravali/dak';
import { IssueViewQuery } from '@patravali/dispatch';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { DispatchIssue } from './dispatch-issue';

const office = useOffice({ holds: 'section' });
const clerk = () => office().at('DISPATCH');

const issued = async () => {
  const { fileId } = await office().newFile(office().at('SO'));
  return await writeIssue(office(), { fileId, by: office().at('SO'), signatory: office().at('US'), served: 0 });
};
const send = (id: string, dispatches: object[], by: Actor = clerk()) =>
  office().get(DispatchIssue).execute(by, id, DispatchIssueRequest.parse({ dispatches }));
const within = (recipient: number, to: Actor) => ({ recipient, mode: 'within_office', toPostId: to.postId });
const view = (id: string) => office().named(IssueView, office().get(IssueViewQuery).execute(clerk(), id));
const receiptsOf = async (issueId: string) =>
  await office().rows<{ id: string; diary_number: string; unit_id: string }>(
    `SELECT r.id, r.diary_number, r.unit_id FROM dispatch d JOIN receipt r ON r.id = d.receipt_id
     WHERE d.issue_id = $1 ORDER BY d.position`,
    [issueId],
  );
const receipt = (by: Actor, id: string) => office().named(ReceiptView, office().get(ReceiptViewQuery).execute(by, id));

describe('a letter to a post of this office', () => {
  it('arrives there as a receipt with a diary number, signed bytes and all, in the act that sends it', async () => {
    const { id, number, documentId } = await issued();
    const other = office().at('OTHER');
    await send(id, [within(0, other)]);
    const [arrived] = await receiptsOf(id);
    expect((await view(id)).sendings[0]).toMatchObject({
      state: 'sent',
      dispatches: [
        {
          ordinal: 1,
          mode: 'within_office',
          state: 'delivered',
          to: { marking: 'OTHER' },
          diaryNumber: arrived?.diary_number,
        },
      ],
    });
    expect(await receipt(other, arrived?.id ?? '')).toMatchObject({
      letterNumber: number,
      senderName: 'US अधिकारी',
      deliveryMode: 'within_office',
      state: 'on_desk',
      unread: true,
      holder: { marking: 'OTHER' },
      from: { marking: 'DISPATCH' },
      document: { id: documentId },
    });
    expect(arrived?.unit_id).toBe(other.post.unitId);
  });

  it('goes to several of its posts, each with a receipt of its own; a copy is for information', async () => {
    const { id } = await issued();
    await send(id, [within(0, office().at('OTHER')), within(2, office().at('CLERK'))]);
    const [to, copy] = await receiptsOf(id);
    expect(to?.diary_number).not.toBe(copy?.diary_number);
    expect(await receipt(office().at('OTHER'), to?.id ?? '')).toMatchObject({ action: 'for_necessary_action' });
    expect(await receipt(office().at('CLERK'), copy?.id ?? '')).toMatchObject({ action: 'for_information' });
  });

  it('can be returned to whoever sent it', async () => {
    const { id } = await issued();
    await send(id, [within(0, office().at('OTHER'))]);
    const [arrived] = await receiptsOf(id);
    await office()
      .get(ReturnReceipt)
      .execute(office().at('OTHER'), arrived?.id ?? '', { reason: 'अन्य अनुभाग का विषय' });
    expect(await receipt(clerk(), arrived?.id ?? '')).toMatchObject({
      holder: { marking: 'DISPATCH' },
      returned: true,
    });
  });

  it.each([
    ['a post that there is not', () => '00000000-0000-4000-8000-000000000000', 'unknown-post'],
    ['one that takes no letters', () => office().at('AUDIT').postId, 'post-takes-no-files'],
    ['oneself', () => clerk().postId, 'to-oneself'],
  ])('is not sent to %s, and then to nobody and under no number', async (_, to, code) => {
    const { id } = await issued();
    const before = await office().counts();
    const dispatches = [within(0, office().at('OTHER')), { recipient: 1, mode: 'within_office', toPostId: to() }];
    await expect(send(id, dispatches)).rejects.toMatchObject({ code });
    expect(await office().counts()).toEqual(before);
  });

  it('names its post, and no other dispatch does', () => {
    for (const dispatch of [
      { recipient: 0, mode: 'within_office' },
      { recipient: 0, mode: 'post', toPostId: '00000000-0000-4000-8000-000000000000' },
    ])
      expect(DispatchIssueRequest.safeParse({ dispatches: [dispatch] }).success).toBe(false);
  });

  it('stays a letter from within the office, whatever else is corrected', async () => {
    const { id } = await issued();
    const other = office().at('OTHER');
    await send(id, [within(0, other)]);
    const [arrived] = await receiptsOf(id);
    const entry = {
      subject: 'अनुदान',
      senderName: 'US अधिकारी',
      senderDesignation: null,
      senderAddress: null,
      senderEmail: null,
      letterNumber: null,
      letterDate: null,
      receivedOn: '2026-01-01',
      language: 'hi' as const,
      grading: 'normal' as const,
      urgency: 'ordinary' as const,
      enclosures: 0,
      remarks: null,
      reason: 'भूल',
    };
    const correct = (deliveryMode: 'post' | 'within_office') =>
      office()
        .get(CorrectReceipt)
        .execute(other, arrived?.id ?? '', { ...entry, deliveryMode }, 1);
    await expect(correct('post')).rejects.toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/deliveryMode' }],
    });
    await expect(correct('within_office')).resolves.toMatchObject({ version: 2 });
  });
});
