import { post, type Step } from '../http/repetition';

/**
 * The letter comes back from the first of its addressees, by post and by mail, and then goes to all of them.
 * @param reported has a mail server report that the mail of this dispatch came back.
 */
export async function sendingOf(
  letter: string,
  addressees: number,
  go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
  reported: (dispatchId: string) => Promise<void>,
): Promise<void> {
  const address = { recipient: 0, email: 'pradhan@example.in' };
  const elsewhere = { ...address, email: 'other@example.in' };
  await go({ does: 'confirmAddress', method: 'put', path: `${letter}/address`, body: address }, elsewhere);
  const recipients = Array.from({ length: addressees }, (_, recipient) => recipient);
  const mark = { recipients, reason: 'पद समाप्त' };
  await go(post('markNotToBeSent', `${letter}/not-to-be-sent`, mark), { ...mark, reason: 'अन्य' });
  await go(post('markToBeSent', `${letter}/to-be-sent`, { recipients }), { recipients: [1] });
  const follow = (dispatchId: string | undefined, body: object): Step => {
    return { does: 'followDispatch', method: 'put', path: `${letter}/dispatches/${dispatchId ?? ''}`, body };
  };
  const posted = { dispatches: [{ recipient: 0, mode: 'registered_post', postage: 4200 }] };
  const first = await go(post('dispatchIssue', `${letter}/dispatches`, posted), {
    dispatches: [{ recipient: 0, mode: 'speed_post' }],
  });
  const [returned] = first.dispatchIds as string[];
  await go(follow(returned, { outcome: 'returned', reason: 'प्रेषिती नहीं मिला' }), { outcome: 'delivered' });
  const mail = { dispatches: [{ recipient: 0, mode: 'email' }] };
  const mailed = await go(post('dispatchIssue', `${letter}/dispatches`, mail), posted);
  const [mailId = ''] = mailed.dispatchIds as string[];
  await reported(mailId);
  const answer = (holds: boolean): Step => {
    const path = `${letter}/dispatches/${mailId}/report`;
    return { does: 'answerReport', method: 'put', path, body: { outcome: 'returned', holds } };
  };
  await go(answer(false), { outcome: 'returned', holds: true });
  await go(answer(true), { outcome: 'returned', holds: false });
  const dispatches = recipients.map((recipient) => ({ recipient, mode: 'by_hand' }));
  const sent = await go(post('dispatchIssue', `${letter}/dispatches`, { dispatches }), {
    dispatches: [{ recipient: 0, mode: 'post' }],
  });
  const [dispatchId] = sent.dispatchIds as string[];
  await go(follow(dispatchId, { outcome: 'delivered' }), { trackingNumber: 'EU123456789IN' });
}
