import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import { DispatchIssue as DispatchIssueRequest, IssueView } from '@patravali/contract';
import { DispatchIssue, IssueViewQuery } from '@patravali/dispatch';
import { RevokeIssue, SupersedeIssue } from '@patravali/letters';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { writeLetterToMail } from '../../test/letter-to-mail';
import { MailNotSent, OfficeMail } from './office-mail';
import { SendDispatchMail } from './send-dispatch-mail';
import { SendWithdrawalMail } from './send-withdrawal-mail';

const office = useOffice({ holds: 'section' });
const mailed = async (email = true) => {
  const id = await writeLetterToMail(office(), '%PDF-1.7 letter');
  const asked = DispatchIssueRequest.parse({ dispatches: [{ recipient: 0, mode: email ? 'email' : 'post' }] });
  const { dispatchIds } = await office().get(DispatchIssue).execute(office().at('SO'), id, asked);
  return { id, job: { organisationId: office().id, dispatchId: dispatchIds[0] ?? '' } };
};
const send = (job: { organisationId: string; dispatchId: string }) =>
  office().get(SendDispatchMail).execute(job, { last: false });
const revoke = (id: string, by: Actor = office().at('US')) =>
  office().get(RevokeIssue).execute(by, id, { reason: 'गोपनीय कारण' });
const waiting = async () =>
  (
    await office().rows<{ id: string }>(
      `SELECT data ->> 'dispatchId' AS id FROM pgboss.job WHERE name = 'withdrawal-mail' ORDER BY created_on`,
    )
  ).map(({ id }) => id);
const mails = async () => {
  const folder = join(office().config.dataFolder, 'mail');
  const names = (await readdir(folder)).filter((name) => name.startsWith('withdrawn-'));
  return await Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
};

describe('whoever was sent a letter that no longer holds', () => {
  it('by e-mail, is told so by e-mail, once, without the reason', async () => {
    const { id, job } = await mailed();
    await send(job);
    await revoke(id);
    expect(await waiting()).toEqual([job.dispatchId]);
    for (let time = 0; time < 2; time++) await office().get(SendWithdrawalMail).execute(job, { last: false });
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.name).toBe(`withdrawn-${job.dispatchId}.eml`);
    expect(mail?.text).toContain('To: inspector@example.in');
    expect(mail?.text).not.toContain('application/pdf');
    expect(mail?.text).not.toContain(Buffer.from('गोपनीय कारण').toString('base64').slice(0, 12));
  });

  it('is not told when nothing left, or it went by post', async () => {
    const before = await waiting();
    const [unsent, byPost] = [await mailed(), await mailed(false)];
    await revoke(unsent.id);
    await revoke(byPost.id);
    await send(unsent.job);
    expect(await waiting()).toEqual(before);
  });

  it('is told also when the mail left while the letter was being withdrawn', async () => {
    const { id, job } = await mailed();
    const run = office().transactions.run.bind(office().transactions);
    jest.spyOn(office().transactions, 'run').mockImplementationOnce(async (...given) => {
      // The mail has gone, and is not entered yet.
      await revoke(id);
      return await run(...given);
    });
    await send(job);
    expect((await waiting()).filter((each) => each === job.dispatchId)).toHaveLength(1);
  });

  it('stands as untold beside the mail that reached him, when no other mail can', async () => {
    const { id, job } = await mailed();
    await send(job);
    await revoke(id);
    const untold = async () => {
      const view = await office().named(IssueView, office().get(IssueViewQuery).execute(office().at('US'), id));
      return view.sendings[0]?.dispatches[0]?.notTold;
    };
    expect(await untold()).toBeNull();
    const mail = jest.spyOn(office().get(OfficeMail), 'send').mockRejectedValue(new MailNotSent('unknown', false));
    await expect(office().get(SendWithdrawalMail).execute(job, { last: false })).rejects.toThrow('unknown');
    expect(await untold()).toBeNull();
    await office().get(SendWithdrawalMail).execute(job, { last: true });
    expect(await untold()).toBe('unknown');
    mail.mockRestore();
  });

  it('learns which letter has taken its place', async () => {
    const { id, job } = await mailed();
    await send(job);
    const [by, signatory] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(office().at('ASO'));
    const later = await writeIssue(office(), { fileId, by, signatory, served: 0 });
    await office().get(SupersedeIssue).execute(signatory, id, { laterNumber: later.number, reason: 'संशोधित' });
    await office().get(SendWithdrawalMail).execute(job, { last: true });
    const mail = (await mails()).find(({ name }) => name.includes(job.dispatchId));
    const [, body = ''] = (mail?.text ?? '').split('\r\n\r\n');
    expect(Buffer.from(body, 'base64').toString('utf8')).toContain(later.number);
  });
});
