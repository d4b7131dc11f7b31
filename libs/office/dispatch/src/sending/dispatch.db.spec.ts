import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import type { Config } from '@patravali/config';
import {
  DispatchIssue as DispatchIssueRequest,
  type ListIssues as ListIssuesQuery,
  RegisterQuery,
} from '@patravali/contract';
import {
  ConfirmAddress,
  DispatchIssue,
  DownloadDispatchRegister,
  IssueViewQuery,
  ListIssues,
  OfficeMail,
  SendDispatchMail,
} from '@patravali/dispatch';
import { DocumentBytes } from '@patravali/documents';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DAMAGES, objectPath } from '../../../../../test/support/papers/damaged-object';
import { useOffice } from '../../../../../test/support/office/office';
import { writeDraft } from '../../../../../test/support/papers/written-letters';
import { mailServer } from '../../test/mail-server';

const office = useOffice({ holds: 'section' });
const mailFolder = () => join(office().config.dataFolder, 'mail');
const store = () => office().get<ObjectStore>(OBJECT_STORE);
const view = (by: Actor, id: string) => office().get(IssueViewQuery).execute(by, id);
const list = (by: Actor, query: Partial<ListIssuesQuery> = {}) =>
  office()
    .get(ListIssues)
    .execute(by, { ...RegisterQuery.parse({}), ...query });
const dispatch = (by: Actor, id: string, dispatches: object[], command = office().get(DispatchIssue)) =>
  command.execute(by, id, DispatchIssueRequest.parse({ dispatches }));
const confirm = (by: Actor, id: string, request: { recipient: number; email: string }) =>
  office().get(ConfirmAddress).execute(by, id, request);
/** Sends as an office with that mail does. */
const sender = (mail: Config['mail'] = office().config.mail) =>
  new SendDispatchMail(office().transactions, office().manager, new OfficeMail({ mail }), office().get(DocumentBytes));
const work = (dispatchId: string, last = false, mail?: Config['mail']) =>
  sender(mail).execute({ organisationId: office().id, dispatchId }, { last });
const eventsOf = async (id: string) => {
  const told = `SELECT name FROM event WHERE related_id = $1 AND name LIKE 'dispatch.%' ORDER BY sequence`;
  return (await office().rows<{ name: string }>(told, [id])).map(({ name }) => name);
};

let [issues, letters] = [0, 0];

/** A letter of the under secretary, which the section officer, whom he named, issued from a file of the assistant. */
async function issued(wishes: { grading?: 'normal' | 'confidential' } = {}) {
  const [aso, so, us] = [office().at('ASO'), office().at('SO'), office().at('US')];
  const { fileId, number: fileNumber } = await office().newFile(wishes.grading === 'confidential' ? so : aso, wishes);
  const stored = await store().put({ bytes: Buffer.from(`%PDF-1.7 a signed letter ${String(++letters)}`) });
  const documentId = await office().newDocument(so, { ...stored, pages: 1 });
  const { id: draftId } = await writeDraft(office(), so, fileId, 'approved', { signatory: us, named: so });
  const [id, organisationId] = [randomUUID(), office().id];
  const number = `${++issues}/EST-2026-27`;
  const rows = (sql: string, values: unknown[]) => office().rows(sql, [organisationId, ...values]);
  await rows(
    `INSERT INTO issue (organisation_id, id, number, state, issued_on, draft_id, draft_version, file_id, document_id, subject,
       language, addressee, signatory_post_id, signed_by_user_id, unit_id, approved_by_user_id, approved_by_post_id,
       approved_capacity, approved_at, issued_by_user_id, issued_by_post_id, issued_capacity)
     VALUES ($1, $2, $3, 'issued', india_today(), $4, 1, $5, $6, 'अनुदान की स्वीकृति', 'hi', 'निरीक्षक', $7, $8, $9, $8, $7,
       'regular', now(), $10, $11, 'regular')`,
    [id, number, draftId, fileId, documentId, us.postId, us.userId, us.post.unitId, so.userId, so.postId],
  );
  const people = [{ name: 'निरीक्षक', email: 'inspector@example.in' }, { name: 'कोषाधिकारी' }];
  for (const [position, addressee] of people.entries()) {
    await rows(
      'INSERT INTO issue_recipient (organisation_id, issue_id, position, as_copy, addressee) VALUES ($1, $2, $3, $4, $5)',
      [id, position, position > 0, addressee],
    );
  }
  await rows(
    `WITH counted AS (UPDATE file_custody SET correspondence = 1, pages = 1 WHERE file_id = $3)
     INSERT INTO correspondence (organisation_id, id, file_id, serial, kind, first_page, pages, document_id, issue_id,
       added_by_user_id, added_by_post_id, capacity) VALUES ($1, $2, $3, 1, 'issued', 1, 1, $4, $5, $6, $7, 'regular')`,
    [randomUUID(), fileId, documentId, id, so.userId, so.postId],
  );
  return { id, number, fileId, fileNumber, sha256: stored.sha256 };
}

describe('an issued letter', () => {
  it('is sent by hand and by post at once, each recipient once', async () => {
    const { id, number } = await issued();
    const clerk = office().at('DISPATCH');
    expect(await view(clerk, id)).toMatchObject({
      number,
      dispatched: 0,
      recipients: 2,
      mayDispatch: true,
      sendings: [{ dispatches: [] }, { dispatches: [] }],
    });
    const sent = await dispatch(clerk, id, [
      { recipient: 0, mode: 'by_hand' },
      { recipient: 1, mode: 'speed_post', trackingNumber: 'EU123456789IN' },
    ]);
    expect(sent.dispatchIds).toHaveLength(2);
    expect(await view(clerk, id)).toMatchObject({
      dispatched: 2,
      sendings: [
        {
          addressee: { name: 'निरीक्षक' },
          asCopy: false,
          state: 'sent',
          dispatches: [{ mode: 'by_hand', state: 'sent', email: null, by: { post: clerk.postId } }],
        },
        {
          addressee: { name: 'कोषाधिकारी' },
          asCopy: true,
          state: 'sent',
          dispatches: [{ mode: 'speed_post', state: 'sent', trackingNumber: 'EU123456789IN' }],
        },
      ],
    });
    expect(await eventsOf(id)).toEqual(['dispatch.created']);
    await expect(dispatch(clerk, id, [{ recipient: 0, mode: 'post' }])).rejects.toMatchObject({
      code: 'recipient-served',
    });
  });

  it.each([
    ['a recipient it does not have', [{ recipient: 2, mode: 'post' }], 'recipient-unknown'],
    [
      'the same recipient twice',
      [
        { recipient: 0, mode: 'post' },
        { recipient: 0, mode: 'post' },
      ],
      'recipient-served',
    ],
    [
      'an address that nobody knows',
      [
        { recipient: 0, mode: 'by_hand' },
        { recipient: 1, mode: 'email' },
      ],
      'address-unconfirmed',
    ],
  ])('is not sent to %s, and then to nobody', async (_, dispatches, code) => {
    const { id } = await issued();
    await expect(dispatch(office().at('DISPATCH'), id, dispatches)).rejects.toMatchObject({ code });
    expect(await view(office().at('DISPATCH'), id)).toMatchObject({
      dispatched: 0,
      sendings: [{ dispatches: [] }, { dispatches: [] }],
    });
    expect(await eventsOf(id)).toEqual([]);
  });

  it('is not mailed by an office without mail', async () => {
    const { id } = await issued();
    const withoutMail = new DispatchIssue(office().transactions, { mail: { kind: 'none' } });
    await expect(
      dispatch(office().at('DISPATCH'), id, [{ recipient: 0, mode: 'email' }], withoutMail),
    ).rejects.toMatchObject({
      code: 'mail-not-configured',
    });
  });

  it('is sent to a recipient once by two who send it at the same time', async () => {
    const { id } = await issued();
    const by = [office().at('DISPATCH'), office().at('SO'), office().at('US')];
    const tries = await Promise.allSettled(by.map((each) => dispatch(each, id, [{ recipient: 0, mode: 'post' }])));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a letter that goes by mail', () => {
  const queue = async (confirmed?: string) => {
    const { id, number, sha256 } = await issued();
    if (confirmed) await confirm(office().at('SO'), id, { recipient: 0, email: confirmed });
    const { dispatchIds } = await dispatch(office().at('DISPATCH'), id, [{ recipient: 0, mode: 'email' }]);
    return { id, number, sha256, dispatchId: dispatchIds[0] ?? '' };
  };

  it('waits until the job has sent it, with the signed letter, once', async () => {
    const { id, number, dispatchId } = await queue();
    expect(await view(office().at('DISPATCH'), id)).toMatchObject({
      dispatched: 0,
      queued: 1,
      sendings: [{ state: 'queued', dispatches: [{ state: 'queued', email: 'inspector@example.in' }] }, {}],
    });
    await expect(dispatch(office().at('US'), id, [{ recipient: 0, mode: 'post' }])).rejects.toMatchObject({
      code: 'recipient-served',
    });
    const waiting = await office().rows(
      `SELECT data FROM pgboss.job WHERE name = 'dispatch-mail' AND data ->> 'dispatchId' = $1`,
      [dispatchId],
    );
    expect(waiting).toHaveLength(1);

    await work(dispatchId);
    await work(dispatchId);
    const mails = await readdir(mailFolder());
    expect(mails.filter((name) => name.startsWith(dispatchId))).toEqual([`${dispatchId}.eml`]);
    const mail = await readFile(join(mailFolder(), `${dispatchId}.eml`), 'utf8');
    expect(mail).toContain(`Message-ID: <${dispatchId}@patravali>`);
    expect(mail).toContain('To: inspector@example.in');
    expect(mail).toContain(Buffer.from('%PDF-1.7 a signed letter').toString('base64').slice(0, -4));
    expect(await view(office().at('DISPATCH'), id)).toMatchObject({
      number,
      dispatched: 1,
      queued: 0,
      sendings: [{ state: 'sent', dispatches: [{ state: 'sent', email: 'inspector@example.in', failure: null }] }, {}],
    });
    expect(await eventsOf(id)).toEqual(['dispatch.created', 'dispatch.sent']);
  });

  it('is tried again while the server is away, and after the last attempt says why it was not sent', async () => {
    const { id, dispatchId } = await queue();
    const away: Config['mail'] = { kind: 'smtp', url: 'smtp://127.0.0.1:9', from: 'office@example.in' };
    await expect(work(dispatchId, false, away)).rejects.toThrow();
    expect(await view(office().at('DISPATCH'), id)).toMatchObject({
      sendings: [{ dispatches: [{ state: 'queued' }] }, {}],
    });
    await work(dispatchId, true, away);
    const seen = await view(office().at('DISPATCH'), id);
    expect(seen).toMatchObject({
      dispatched: 0,
      sendings: [{ state: 'to_send', dispatches: [{ state: 'failed', failure: 'ESOCKET' }] }, {}],
    });
    expect(await eventsOf(id)).toEqual(['dispatch.created', 'dispatch.failed']);
    await dispatch(office().at('DISPATCH'), id, [{ recipient: 0, mode: 'by_hand' }]);
  });

  it('is never sent when its bytes in the store have changed, and the dispatch says why', async () => {
    const { id, sha256, dispatchId } = await queue();
    await DAMAGES.changed(objectPath(office().config.dataFolder, sha256));
    await work(dispatchId);
    expect(await readdir(mailFolder())).not.toContain(`${dispatchId}.eml`);
    const dispatches = [{ state: 'failed', failure: 'document-damaged' }];
    expect(await view(office().at('DISPATCH'), id)).toMatchObject({ sendings: [{ state: 'to_send', dispatches }, {}] });
  });

  it('is tried once more at night when its job died', async () => {
    const [stuck, waiting] = [await queue(), await queue()];
    await office().rows(`UPDATE dispatch SET at = at - INTERVAL '13 hours' WHERE id = $1`, [stuck.dispatchId]);
    await sender().retryAbandoned();
    expect(await view(office().at('DISPATCH'), stuck.id)).toMatchObject({
      sendings: [{ dispatches: [{ state: 'sent' }] }, {}],
    });
    expect(await view(office().at('DISPATCH'), waiting.id)).toMatchObject({
      sendings: [{ dispatches: [{ state: 'queued' }] }, {}],
    });
  });

  it('goes through a mail server, and is given up at once when the server refuses its address for good', async () => {
    const taken: string[] = [];
    const server = await mailServer(taken);
    const { port } = server.address() as { port: number };
    const smtp: Config['mail'] = { kind: 'smtp', url: `smtp://127.0.0.1:${String(port)}`, from: 'office@example.in' };
    const [good, bad] = [await queue(), await queue('refused@example.in')];
    await work(good.dispatchId, false, smtp);
    await work(bad.dispatchId, false, smtp);
    server.close();
    expect(taken.join('\n')).toContain('MAIL FROM:<office@example.in>');
    const by = office().at('DISPATCH');
    expect(await view(by, good.id)).toMatchObject({ sendings: [{ dispatches: [{ state: 'sent' }] }, {}] });
    expect(await view(by, bad.id)).toMatchObject({
      sendings: [{ dispatches: [{ state: 'failed', failure: '550 no such person' }] }, {}],
    });
  });
});

describe('who sees a letter', () => {
  it('whoever may send it, without its file; and whoever reads its file', async () => {
    const { id, fileNumber } = await issued();
    expect(await view(office().at('DISPATCH'), id)).toMatchObject({ file: null, mayDispatch: true });
    expect(await view(office().at('SO'), id)).toMatchObject({ file: { number: fileNumber }, mayDispatch: true });
    expect(await view(office().at('US'), id)).toMatchObject({ mayDispatch: true });
    for (const marking of ['ASO', 'DS', 'AUDIT'] as const) {
      expect(await view(office().at(marking), id)).toMatchObject({
        file: { number: fileNumber },
        mayDispatch: false,
      });
      await expect(dispatch(office().at(marking), id, [{ recipient: 0, mode: 'post' }])).rejects.toMatchObject({
        code: 'not-allowed',
      });
    }
    for (const marking of ['OTHER', 'CLERK'] as const) {
      await expect(view(office().at(marking), id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(dispatch(office().at(marking), id, [{ recipient: 0, mode: 'post' }])).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('of a confidential file, not the dispatcher', async () => {
    const { id } = await issued({ grading: 'confidential' });
    for (const marking of ['DISPATCH', 'DS', 'AUDIT'] as const) {
      await expect(view(office().at(marking), id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await view(office().at('SO'), id)).toMatchObject({ mayDispatch: true });
  });

  it('is the same in the lists as on its page', async () => {
    const { id } = await issued();
    const markings = ['DISPATCH', 'SO', 'US', 'ASO', 'DS', 'AUDIT', 'OTHER', 'CLERK'] as const;
    for (const marking of markings) {
      const by = office().at(marking);
      const seen = await view(by, id).then(
        ({ mayDispatch }) => [true, mayDispatch],
        () => [false, false],
      );
      const all = (await list(by)).items.some((row) => row.id === id);
      const waiting = (await list(by, { state: 'to_dispatch' })).items.some((row) => row.id === id);
      expect([marking, all, waiting]).toEqual([marking, ...seen]);
    }
    await dispatch(
      office().at('US'),
      id,
      [0, 1].map((recipient) => ({ recipient, mode: 'post' })),
    );
    expect((await list(office().at('US'), { state: 'to_dispatch' })).items.map((row) => row.id)).not.toContain(id);
    expect((await list(office().at('US'), { to: '2020-01-01' })).items).toEqual([]);
  });

  it('is printed in the dispatch register', async () => {
    await issued();
    const register = office().get(DownloadDispatchRegister);
    const pdf = await register.execute(office().at('DISPATCH'), { from: '2026-01-01' }, 'hi');
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });
});
