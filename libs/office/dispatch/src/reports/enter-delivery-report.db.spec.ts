import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DispatchIssue as DispatchIssueRequest, IssueView } from '@patravali/contract';
import { DispatchIssue, IssueViewQuery, ListStuckLetters, SendDispatchMail } from '@patravali/dispatch';
import { useOffice } from '../../../../../test/support/office/office';
import { bounce } from '../../test/bounce';
import { writeLetterToMail } from '../../test/letter-to-mail';
import { EnterDeliveryReport } from './enter-delivery-report';

const office = useOffice({ holds: 'section' });
const clerk = () => office().at('DISPATCH');
const enter = (mail: string) => office().get(EnterDeliveryReport).execute(mail);
const of = (dispatchId: string) => ({ messageId: `<${dispatchId}@patravali>` });

/** A letter that was e-mailed, or waits to be. */
async function mailed({ left = true } = {}) {
  const id = await writeLetterToMail(office(), '%PDF-1.7 a letter');
  const request = DispatchIssueRequest.parse({ dispatches: [{ recipient: 0, mode: 'email' }] });
  const { dispatchIds } = await office().get(DispatchIssue).execute(clerk(), id, request);
  const dispatchId = dispatchIds[0] ?? '';
  const job = { organisationId: office().id, dispatchId };
  if (left) await office().get(SendDispatchMail).execute(job, { last: true });
  return { id, dispatchId, job };
}
const sending = async (id: string) =>
  (await office().named(IssueView, office().get(IssueViewQuery).execute(clerk(), id))).sendings[0];
const events = async (id: string) => {
  const told = `SELECT name FROM event WHERE related_id = $1 AND name LIKE 'dispatch.%' ORDER BY sequence`;
  return (await office().rows<{ name: string }>(told, [id])).map(({ name }) => name);
};

describe('a mail that bounces', () => {
  it('has come back: its addressee is to be sent the letter again, and it is listed as stuck', async () => {
    const { id, dispatchId } = await mailed();
    expect(await enter(bounce(of(dispatchId)))).toBe('done');
    expect(await sending(id)).toMatchObject({
      state: 'to_send',
      dispatches: [{ state: 'returned', failure: expect.stringContaining('User unknown') as string }],
    });
    const { items } = await office().get(ListStuckLetters).execute(clerk(), { limit: 200 });
    expect(items.find(({ issueId }) => issueId === id)).toMatchObject({ reason: 'returned', mode: 'email' });
    expect(await events(id)).toEqual(['dispatch.created', 'dispatch.sent', 'dispatch.returned']);
  });

  it('is entered once, however often and by how many it is reported', async () => {
    const { id, dispatchId } = await mailed();
    await Promise.all([1, 2, 3].map(() => enter(bounce(of(dispatchId)))));
    await enter(bounce({ ...of(dispatchId), action: 'delivered' }));
    expect((await events(id)).filter((name) => name !== 'dispatch.created')).toEqual([
      'dispatch.sent',
      'dispatch.returned',
    ]);
  });

  it('is left for later while we have not noted that the mail left', async () => {
    const { id, dispatchId, job } = await mailed({ left: false });
    expect(await enter(bounce(of(dispatchId)))).toBe('later');
    await office().get(SendDispatchMail).execute(job, { last: true });
    expect(await enter(bounce(of(dispatchId)))).toBe('done');
    expect(await sending(id)).toMatchObject({ dispatches: [{ state: 'returned' }] });
  });

  it('of others, and other mail, changes nothing', async () => {
    const before = await office().counts();
    expect(await enter(bounce())).toBe('foreign');
    expect(await enter('Subject: hello\n\nhello')).toBe('foreign');
    expect(await office().counts()).toEqual(before);
  });
});

describe('a mailbox for reports', () => {
  it('that is a folder is read, and what was read is put aside', async () => {
    const folder = join(office().config.dataFolder, 'mail', 'reports');
    await mkdir(folder, { recursive: true });
    const [gone, waits] = [await mailed(), await mailed({ left: false })];
    await writeFile(join(folder, '1.eml'), bounce(of(gone.dispatchId)));
    await writeFile(join(folder, '2.eml'), bounce(of(waits.dispatchId)));
    await office().get(EnterDeliveryReport).executeAll();
    expect(await readdir(folder)).toEqual(['2.eml', 'read']);
    expect(await sending(gone.id)).toMatchObject({ dispatches: [{ state: 'returned' }] });
  });
});
