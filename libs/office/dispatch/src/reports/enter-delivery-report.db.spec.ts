import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import { DispatchIssue as DispatchIssueRequest, IssueView, type ReportedOutcome } from '@patravali/contract';
import { DispatchIssue, IssueViewQuery, ListStuckLetters, SendDispatchMail } from '@patravali/dispatch';
import { MakeNotices } from '@patravali/notices';
import { useOffice } from '../../../../../test/support/office/office';
import { bounce } from '../../test/bounce';
import { writeLetterToMail } from '../../test/letter-to-mail';
import { AnswerReport } from './answer-report';
import { EnterDeliveryReport } from './enter-delivery-report';

const office = useOffice({ holds: 'section' });
const clerk = () => office().at('DISPATCH');
const enter = (mail: string) => office().get(EnterDeliveryReport).execute(mail);
const WORDS = '550 5.1.1 <a@example.in>: Recipient address rejected: User unknown';

/** A letter that was e-mailed, or waits to be; and how a mail server reports of it. */
async function mailed({ left = true } = {}) {
  const id = await writeLetterToMail(office(), '%PDF-1.7 a letter');
  const request = DispatchIssueRequest.parse({ dispatches: [{ recipient: 0, mode: 'email' }] });
  const { dispatchIds } = await office().get(DispatchIssue).execute(clerk(), id, request);
  const dispatchId = dispatchIds[0] ?? '';
  const job = { organisationId: office().id, dispatchId };
  const key = 'abcdefghij'.concat(
    dispatchId
      .replaceAll(/[^a-f2-7]/g, '')
      .padEnd(10, 'z')
      .slice(-10),
  );
  await office().rows('UPDATE dispatch SET return_key = $2 WHERE id = $1', [dispatchId, key]);
  if (left) await office().get(SendDispatchMail).execute(job, { last: true });
  const report = (wishes: Parameters<typeof bounce>[0] = {}) =>
    bounce({ key, recipient: 'Inspector@Example.in', ...wishes });
  return { id, dispatchId, job, key, report };
}
const sending = async (id: string) =>
  (await office().named(IssueView, office().get(IssueViewQuery).execute(clerk(), id))).sendings[0];
const events = async (id: string) => {
  const told = `SELECT name FROM event WHERE related_id = $1 AND name LIKE 'dispatch.%' ORDER BY sequence`;
  return (await office().rows<{ name: string }>(told, [id])).map(({ name }) => name);
};
const stuck = async (id: string) => {
  const { items } = await office().get(ListStuckLetters).execute(clerk(), { limit: 200 });
  return items.find(({ issueId }) => issueId === id);
};
const answer = (
  id: string,
  dispatchId: string,
  holds: boolean,
  { by = clerk(), outcome = 'returned' }: { by?: Actor; outcome?: ReportedOutcome } = {},
) => office().get(AnswerReport).execute(by, id, dispatchId, { outcome, holds });

describe('a mail that is reported as returned', () => {
  it('stays sent: the report is shown as what a mail server says, listed, and recorded as an act of nobody', async () => {
    const { id, report } = await mailed();
    expect(await enter(report())).toBe('done');
    expect(await sending(id)).toMatchObject({
      state: 'sent',
      dispatches: [{ state: 'sent', failure: null, report: { outcome: 'returned', words: WORDS, dismissedAt: null } }],
    });
    expect(await stuck(id)).toMatchObject({ reason: 'reported', failure: WORDS, mode: 'email' });
    expect(await events(id)).toEqual(['dispatch.created', 'dispatch.sent', 'dispatch.reported']);
    const [event] = await office().rows(
      `SELECT user_id, post_id, capacity, data FROM event WHERE related_id = $1 AND name = 'dispatch.reported'`,
      [id],
    );
    const data = { reported: 'returned', reportWords: WORDS, sentByPostId: clerk().postId };
    expect(event).toMatchObject({ user_id: null, post_id: null, capacity: null, data });
    await office().get(MakeNotices).execute();
    const told = await office().rows('SELECT kind FROM notice WHERE user_id = $1', [clerk().userId]);
    expect(told).toContainEqual({ kind: 'mail_failed' });
  });

  it('has come back once a dispatcher says so: that is his act, which quotes the report', async () => {
    const { id, dispatchId, report } = await mailed();
    await enter(report());
    await answer(id, dispatchId, true);
    expect(await sending(id)).toMatchObject({
      state: 'to_send',
      dispatches: [{ state: 'returned', failure: WORDS, report: null }],
    });
    expect(await stuck(id)).toMatchObject({ reason: 'returned' });
    const [event] = await office().rows(
      `SELECT user_id, data FROM event WHERE related_id = $1 AND name = 'dispatch.returned'`,
      [id],
    );
    expect(event).toMatchObject({ user_id: clerk().userId, data: { reportWords: WORDS } });
    const before = await office().counts();
    await expect(answer(id, dispatchId, false)).rejects.toMatchObject({ code: 'dispatch-not-under-way' });
    expect(await office().counts()).toEqual(before);
  });

  it('stays sent where a dispatcher says that it is not so, and may be found to be so after all', async () => {
    const { id, dispatchId, report } = await mailed();
    await enter(report());
    await answer(id, dispatchId, false);
    expect(await sending(id)).toMatchObject({
      state: 'sent',
      dispatches: [{ state: 'sent', report: { outcome: 'returned', dismissedAt: expect.any(String) as string } }],
    });
    expect(await stuck(id)).toBeUndefined();
    // What says the same again says nothing new.
    expect(await enter(report())).toBe('done');
    expect(await stuck(id)).toBeUndefined();
    await expect(answer(id, dispatchId, false)).rejects.toMatchObject({ code: 'no-such-report' });
    await answer(id, dispatchId, true);
    expect(await sending(id)).toMatchObject({ state: 'to_send' });
    expect(await events(id)).toEqual([
      'dispatch.created',
      'dispatch.sent',
      'dispatch.reported',
      'dispatch.report_dismissed',
      'dispatch.returned',
    ]);
  });

  it('is answered by whoever sends letters, and only what it says', async () => {
    const { id, dispatchId, report } = await mailed();
    await expect(answer(id, dispatchId, true)).rejects.toMatchObject({ code: 'no-such-report' });
    await enter(report({ action: 'delivered' }));
    const before = await office().counts();
    await expect(answer(id, dispatchId, true)).rejects.toMatchObject({ code: 'no-such-report' });
    const other = answer(id, dispatchId, true, { by: office().at('AUDIT'), outcome: 'delivered' });
    await expect(other).rejects.toMatchObject({ code: 'not-allowed' });
    const elsewhere = answer((await mailed()).id, dispatchId, true, { outcome: 'delivered' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
    expect(await sending(id)).toMatchObject({ dispatches: [{ state: 'sent', report: { outcome: 'delivered' } }] });
    expect((await office().counts()).dispatch).toBe((before.dispatch ?? 0) + 1);
    await answer(id, dispatchId, true, { outcome: 'delivered' });
    expect(await sending(id)).toMatchObject({ dispatches: [{ state: 'delivered', failure: null }] });
  });

  it('is entered once, however often and by how many it is reported; another outcome takes its place', async () => {
    const { id, report } = await mailed();
    await Promise.all([1, 2, 3].map(() => enter(report())));
    await enter(report({ action: 'delivered' }));
    expect((await events(id)).slice(1)).toEqual(['dispatch.sent', 'dispatch.reported', 'dispatch.reported']);
    expect(await sending(id)).toMatchObject({ dispatches: [{ state: 'sent', report: { outcome: 'delivered' } }] });
  });

  it('is left for later while we have not noted that the mail left', async () => {
    const { id, job, report } = await mailed({ left: false });
    expect(await enter(report())).toBe('later');
    await office().get(SendDispatchMail).execute(job, { last: true });
    expect(await enter(report())).toBe('done');
    expect(await sending(id)).toMatchObject({ dispatches: [{ report: { outcome: 'returned' } }] });
  });

  it('by whoever does not know its key, about another address, of a mail that was never sent: changes nothing', async () => {
    const { dispatchId, key, report } = await mailed();
    const before = await office().counts();
    const byMessageId = report({ key: null }).replaceAll('<1@patravali>', `<${dispatchId}@patravali>`);
    for (const forged of [
      byMessageId,
      report({ key: key.replace('a', 'b') }),
      report({ recipient: 'somebody-else@attacker.example' }),
      bounce(),
      'Subject: hello\n\nhello',
    ])
      expect(await enter(forged)).toBe('foreign');
    expect(await office().counts()).toEqual(before);
    // Sent on to another address, it names the one that we gave.
    expect(await enter(report({ recipient: 'b@elsewhere.in', original: 'inspector@example.in' }))).toBe('done');
  });
});

describe('a mailbox for reports', () => {
  it('that is a folder is read, and what was read is put aside', async () => {
    const folder = join(office().config.dataFolder, 'mail', 'reports');
    await mkdir(folder, { recursive: true });
    const [gone, waits] = [await mailed(), await mailed({ left: false })];
    await writeFile(join(folder, '1.eml'), gone.report());
    await writeFile(join(folder, '2.eml'), waits.report());
    await office().get(EnterDeliveryReport).executeAll();
    expect(await readdir(folder)).toEqual(['2.eml', 'read']);
    expect(await sending(gone.id)).toMatchObject({ dispatches: [{ report: { outcome: 'returned' } }] });
    const key = /^Return-Path: <office\+([a-z2-7]{20})@patravali\.invalid>/;
    expect(await readFile(join(folder, '..', `${gone.dispatchId}.eml`), 'utf8')).toMatch(key);
  });
});
