import { DispatchIssue as DispatchIssueRequest } from '@patravali/contract';
import { DispatchIssue, IssueViewQuery, OfficeMail, SendDispatchMail } from '@patravali/dispatch';
import { DocumentBytes } from '@patravali/documents';
import { useOffice } from '../../../../../test/support/office/office';
import { writeLetterToMail } from '../../test/letter-to-mail';
import { type Trouble, TroubledMailServer } from '../../test/troubled-mail-server';

describe('a mail whose sending is interrupted', () => {
  let server: TroubledMailServer;
  afterAll(() => server.close());
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => void (server = await TroubledMailServer.start()));
  let letters = 0;

  /** A letter that waits to be mailed. */
  async function queued() {
    const id = await writeLetterToMail(office(), `%PDF-1.7 letter ${String(++letters)}`);
    const request = DispatchIssueRequest.parse({ dispatches: [{ recipient: 0, mode: 'email' }] });
    const { dispatchIds } = await office().get(DispatchIssue).execute(office().at('SO'), id, request);
    return { issueId: id, dispatchId: dispatchIds[0] ?? '' };
  }

  /** One attempt, as the job makes it. */
  async function attempt(dispatchId: string, trouble: Trouble, last = false) {
    server.trouble = trouble;
    const { transactions, manager } = office();
    const mail = new OfficeMail({
      mail: { kind: 'smtp', url: `${server.url}?socketTimeout=500`, from: 'office@example.in' },
    });
    const sender = new SendDispatchMail(transactions, manager, mail, office().get(DocumentBytes));
    return await sender.execute({ organisationId: office().id, dispatchId }, { last }).then(
      () => 'done',
      (error: unknown) => (error as Error).name,
    );
  }

  const fate = async (issueId: string) => {
    const { sendings } = await office().get(IssueViewQuery).execute(office().at('SO'), issueId);
    const { state, unansweredAttempts, failure } = sendings[0]?.dispatches[0] ?? {};
    return { state, unansweredAttempts, failure };
  };

  it.each(['leaves after', 'silent'] as const)(
    'because the mail server had it and %s, is sent again under the same name, and may have arrived twice',
    async (trouble) => {
      const { issueId, dispatchId } = await queued();
      const before = server.taken.length;
      expect(await attempt(dispatchId, trouble)).toBe('MailNotSent');
      expect(await attempt(dispatchId, 'none')).toBe('done');
      const id = `<${dispatchId}@patravali>`;
      expect(server.taken.slice(before)).toEqual([id, id]);
      expect(await fate(issueId)).toEqual({ state: 'sent', unansweredAttempts: 1, failure: null });
      expect(await attempt(dispatchId, 'none')).toBe('done');
      expect(server.taken).toHaveLength(before + 2);
    },
  );

  it.each(['leaves before', 'refuses'] as const)(
    'because the mail server %s, arrives once, and nothing else is said',
    async (trouble) => {
      const { issueId, dispatchId } = await queued();
      const before = server.taken.length;
      expect(await attempt(dispatchId, trouble)).toBe('MailNotSent');
      expect(await attempt(dispatchId, trouble)).toBe('MailNotSent');
      expect(await attempt(dispatchId, 'none')).toBe('done');
      expect(server.taken).toHaveLength(before + 1);
      expect(await fate(issueId)).toEqual({ state: 'sent', unansweredAttempts: 0, failure: null });
    },
  );

  it('for the last time without an answer, has failed and may have arrived nevertheless', async () => {
    const { issueId, dispatchId } = await queued();
    expect(await attempt(dispatchId, 'leaves after', true)).toBe('done');
    expect(await fate(issueId)).toMatchObject({ state: 'failed', unansweredAttempts: 1 });
  });

  it('by the death of its process, is known to have been begun', async () => {
    const { issueId, dispatchId } = await queued();
    // What a process leaves behind that is killed after the mail server has taken the mail.
    await office().rows('UPDATE dispatch SET attempt_begun_at = office_now() WHERE id = $1', [dispatchId]);
    expect(await fate(issueId)).toMatchObject({ state: 'queued', unansweredAttempts: 0 });
    expect(await attempt(dispatchId, 'refuses')).toBe('MailNotSent');
    expect(await fate(issueId)).toMatchObject({ state: 'queued', unansweredAttempts: 1 });
    expect(await attempt(dispatchId, 'none')).toBe('done');
    expect(await fate(issueId)).toMatchObject({ state: 'sent', unansweredAttempts: 1 });
  });
});
