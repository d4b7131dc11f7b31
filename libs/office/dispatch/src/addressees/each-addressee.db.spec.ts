import type { Actor } from '@patravali/authorization';
import {
  DispatchIssue as DispatchIssueRequest,
  FollowDispatch as FollowDispatchRequest,
  IssueView,
  MarkNotToBeSent as MarkNotToBeSentRequest,
} from '@patravali/contract';
import { DispatchIssue, FollowDispatch, IssueViewQuery, ListIssues } from '@patravali/dispatch';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { ConfirmAddress } from './confirm-address';
import { MarkNotToBeSent } from './mark-not-to-be-sent';
import { MarkToBeSent } from './mark-to-be-sent';

const office = useOffice({ holds: 'section' });

/** A letter of the under secretary, issued by the section officer, to two addressees, with a copy to a third. */
const issued = async (wishes: { served?: number; grading?: 'normal' | 'confidential' } = {}) => {
  const [by, signatory] = [office().at('SO'), office().at('US')];
  const { fileId } = await office().newFile(wishes.grading === 'confidential' ? by : office().at('ASO'), wishes);
  const letter = { fileId, by, signatory, served: wishes.served ?? 0, email: 'inspector@example.in' };
  return (await writeIssue(office(), letter)).id;
};
const view = (id: string, by = office().at('DISPATCH')) =>
  office().named(IssueView, office().get(IssueViewQuery).execute(by, id));
const send = (by: Actor, id: string, ...dispatches: object[]) =>
  office().get(DispatchIssue).execute(by, id, DispatchIssueRequest.parse({ dispatches }));
const withhold = (by: Actor, id: string, recipients: number[], reason = 'पद समाप्त') =>
  office().get(MarkNotToBeSent).execute(by, id, MarkNotToBeSentRequest.parse({ recipients, reason }));
const sendAfterAll = (by: Actor, id: string, recipients: number[]) =>
  office().get(MarkToBeSent).execute(by, id, { recipients });
const confirm = (by: Actor, id: string, recipient: number, email: string) =>
  office().get(ConfirmAddress).execute(by, id, { recipient, email });
const eventsOf = (id: string) =>
  office().rows(
    `SELECT name, reason, data FROM event WHERE related_id = $1 AND name LIKE 'dispatch.%' ORDER BY sequence`,
    [id],
  );

describe('an addressee who is not to be sent the letter', () => {
  it('is marked by whoever sends it, with the reason, and waits in no list', async () => {
    const id = await issued({ served: 1 });
    await withhold(office().at('DISPATCH'), id, [1, 2], 'कार्यालय समाप्त हो गया');
    const mark = { reason: 'कार्यालय समाप्त हो गया', by: { post: { marking: 'DISPATCH' } } };
    expect(await view(id)).toMatchObject({
      dispatched: 1,
      recipients: 3,
      queued: 0,
      notToBeSent: 2,
      sendings: [
        { state: 'sent', notToBeSent: null },
        { state: 'not_to_be_sent', notToBeSent: mark },
        { state: 'not_to_be_sent', notToBeSent: mark },
      ],
    });
    const toDispatch = { state: 'to_dispatch', limit: 200 } as const;
    const listed = await office().get(ListIssues).execute(office().at('DISPATCH'), toDispatch);
    expect(listed.items.map((row) => row.id)).not.toContain(id);
    const [row] = (await office().get(ListIssues).execute(office().at('DISPATCH'), { limit: 1 })).items;
    expect(row).toMatchObject({ id, to: [{ reason: null }, { reason: mark.reason }, { reason: mark.reason }] });
    expect(await eventsOf(id)).toEqual([
      { name: 'dispatch.withheld', reason: 'कार्यालय समाप्त हो गया', data: { recipients: [1, 2] } },
    ]);
  });

  it('is marked with a reason alone', () => {
    for (const reason of ['', '  ', undefined])
      expect(MarkNotToBeSentRequest.safeParse({ recipients: [0], reason }).success).toBe(false);
  });

  it('is nobody who has been sent it, or to whom a mail is queued; then nobody is marked', async () => {
    const id = await issued();
    await send(office().at('DISPATCH'), id, { recipient: 0, mode: 'email' }, { recipient: 1, mode: 'post' });
    for (const recipient of [0, 1])
      await expect(withhold(office().at('SO'), id, [2, recipient])).rejects.toMatchObject({ code: 'recipient-served' });
    await expect(withhold(office().at('SO'), id, [3])).rejects.toMatchObject({ code: 'recipient-unknown' });
    expect(await view(id)).toMatchObject({ notToBeSent: 0 });
  });

  it('is sent nothing until marked as to be sent it after all', async () => {
    const id = await issued();
    const clerk = office().at('DISPATCH');
    await withhold(clerk, id, [0, 1]);
    await expect(withhold(clerk, id, [0])).rejects.toMatchObject({ code: 'recipient-withheld' });
    await expect(send(clerk, id, { recipient: 0, mode: 'post' })).rejects.toMatchObject({ code: 'recipient-withheld' });
    await expect(confirm(office().at('SO'), id, 0, 'b@example.in')).rejects.toMatchObject({
      code: 'recipient-withheld',
    });
    await expect(sendAfterAll(clerk, id, [2])).rejects.toMatchObject({ code: 'recipient-not-withheld' });
    await sendAfterAll(clerk, id, [0]);
    await send(clerk, id, { recipient: 0, mode: 'post' });
    expect(await view(id)).toMatchObject({ sendings: [{ state: 'sent' }, { state: 'not_to_be_sent' }, {}] });
    expect((await eventsOf(id)).map(({ name }) => name)).toEqual([
      'dispatch.withheld',
      'dispatch.to_be_sent',
      'dispatch.created',
    ]);
  });

  it('is marked by nobody who may not send the letter', async () => {
    const id = await issued();
    for (const marking of ['ASO', 'DS', 'AUDIT'] as const) {
      const by = office().at(marking);
      await expect(withhold(by, id, [0])).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(sendAfterAll(by, id, [0])).rejects.toMatchObject({ code: 'not-allowed' });
    }
    const secret = await issued({ grading: 'confidential' });
    await expect(withhold(office().at('DISPATCH'), secret, [0])).rejects.toMatchObject({ code: 'not-found' });
    await expect(withhold(office().at('CLERK'), id, [0])).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('where a letter is mailed', () => {
  it('is the address that the approved letter names; whoever sends it cannot choose another', async () => {
    const id = await issued();
    const clerk = office().at('DISPATCH');
    const elsewhere = { recipient: 0, mode: 'email', email: 'elsewhere@example.in' };
    await expect(send(clerk, id, elsewhere)).rejects.toMatchObject({
      code: 'address-unconfirmed',
      params: { name: 'निरीक्षक', post: 'SO' },
      errors: [{ pointer: '#/dispatches/0/email', detail: 'address-unconfirmed' }],
    });
    await send(clerk, id, { recipient: 0, mode: 'email', email: 'inspector@example.in' });
    expect(await view(id)).toMatchObject({
      sendings: [
        { email: 'inspector@example.in', confirmed: null, dispatches: [{ email: 'inspector@example.in' }] },
        {},
        {},
      ],
    });
  });

  it('is confirmed by the issuing post where the letter names none, and where another is wanted', async () => {
    const id = await issued();
    const clerk = office().at('DISPATCH');
    const mail = [0, 1].map((recipient) => ({ recipient, mode: 'email' }));
    await expect(send(clerk, id, ...mail)).rejects.toMatchObject({
      code: 'address-unconfirmed',
      params: { name: 'प्रधानाचार्य', post: 'SO' },
    });
    await confirm(office().at('SO'), id, 1, 'head@example.in');
    await confirm(office().at('SO'), id, 0, 'new@example.in');
    await send(clerk, id, ...mail);
    const by = { post: { marking: 'SO' } };
    expect(await view(id)).toMatchObject({
      sendings: [
        { email: 'new@example.in', confirmed: { by }, dispatches: [{ state: 'queued', email: 'new@example.in' }] },
        { email: 'head@example.in', confirmed: { by }, dispatches: [{ state: 'queued', email: 'head@example.in' }] },
        { email: null, confirmed: null },
      ],
    });
    expect(await eventsOf(id)).toMatchObject([
      { name: 'dispatch.address_confirmed', data: { recipient: 1, from: null, to: 'head@example.in' } },
      {
        name: 'dispatch.address_confirmed',
        data: { recipient: 0, from: 'inspector@example.in', to: 'new@example.in' },
      },
      { name: 'dispatch.created', data: { dispatches: [{ email: 'new@example.in' }, { email: 'head@example.in' }] } },
    ]);
  });

  it('is confirmed by nobody else: not by the dispatcher, not by the signatory who did not issue it', async () => {
    const id = await issued();
    for (const marking of ['DISPATCH', 'US', 'ASO', 'DS', 'AUDIT'] as const) {
      const by = office().at(marking);
      await expect(confirm(by, id, 1, 'x@example.in')).rejects.toMatchObject({ code: 'not-allowed' });
      expect(await view(id, by)).toMatchObject({ mayConfirmAddress: false });
    }
    expect(await view(id, office().at('SO'))).toMatchObject({ mayConfirmAddress: true });
    await expect(confirm(office().at('CLERK'), id, 1, 'x@example.in')).rejects.toMatchObject({ code: 'not-found' });
    expect(await eventsOf(id)).toEqual([]);
  });

  it('is not confirmed once the letter has been sent there', async () => {
    const id = await issued({ served: 1 });
    const so = office().at('SO');
    await expect(confirm(so, id, 0, 'x@example.in')).rejects.toMatchObject({ code: 'recipient-served' });
    await expect(confirm(so, id, 3, 'x@example.in')).rejects.toMatchObject({ code: 'recipient-unknown' });
  });
});

describe('a letter that has left', () => {
  const follow = (by: Actor, issueId: string, dispatchId: string, request: object) =>
    office().get(FollowDispatch).execute(by, issueId, dispatchId, FollowDispatchRequest.parse(request));
  const posted = async () => {
    const id = await issued();
    const { dispatchIds } = await send(office().at('DISPATCH'), id, { recipient: 0, mode: 'speed_post' });
    return { id, dispatchId: dispatchIds[0] ?? '' };
  };

  it('is given its tracking number later, and then recorded as delivered', async () => {
    const { id, dispatchId } = await posted();
    const clerk = office().at('DISPATCH');
    await follow(clerk, id, dispatchId, { trackingNumber: 'EU123456789IN' });
    await follow(clerk, id, dispatchId, { outcome: 'delivered' });
    const dispatches = [{ state: 'delivered', trackingNumber: 'EU123456789IN', endedAt: expect.any(String) as string }];
    expect(await view(id)).toMatchObject({ dispatched: 1, sendings: [{ state: 'sent', dispatches }, {}, {}] });
    expect((await eventsOf(id)).map(({ name }) => name)).toEqual([
      'dispatch.created',
      'dispatch.tracked',
      'dispatch.delivered',
    ]);
    await expect(follow(clerk, id, dispatchId, { outcome: 'returned', reason: 'x' })).rejects.toMatchObject({
      code: 'dispatch-not-under-way',
      params: { state: 'delivered' },
    });
  });

  it('is to be sent again, or not at all, when it came back; with the reason', async () => {
    const { id, dispatchId } = await posted();
    const clerk = office().at('DISPATCH');
    await follow(clerk, id, dispatchId, { outcome: 'returned', reason: 'पता अपूर्ण' });
    const dispatches = [{ state: 'returned', failure: 'पता अपूर्ण' }];
    expect(await view(id)).toMatchObject({ dispatched: 0, sendings: [{ state: 'to_send', dispatches }, {}, {}] });
    await send(clerk, id, { recipient: 0, mode: 'by_hand' });
    expect(await view(id)).toMatchObject({ dispatched: 1, sendings: [{ state: 'sent' }, {}, {}] });
  });

  it('is followed by whoever may send it, and only once it has gone', async () => {
    const { id, dispatchId } = await posted();
    await expect(follow(office().at('ASO'), id, dispatchId, { outcome: 'delivered' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const other = await posted();
    await expect(follow(office().at('SO'), id, other.dispatchId, { outcome: 'delivered' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const mailed = await issued();
    const { dispatchIds } = await send(office().at('SO'), mailed, { recipient: 0, mode: 'email' });
    const queued = follow(office().at('SO'), mailed, dispatchIds[0] ?? '', { outcome: 'delivered' });
    await expect(queued).rejects.toMatchObject({ code: 'dispatch-not-under-way', params: { state: 'queued' } });
  });

  it('is followed with something that became known, and a return with its reason', () => {
    for (const nothing of [{}, { outcome: 'returned' }, { outcome: 'delivered', reason: 'x' }, { outcome: 'sent' }])
      expect(FollowDispatchRequest.safeParse(nothing).success).toBe(false);
  });
});
