import {
  ENCLOSED_BYTES,
  enclosureName,
  IS_AS_ISSUED,
  IS_WITHDRAWN,
  IssueWithdrawal,
  LETTERS,
  markServed,
  numberOnLetter,
  RECIPIENTS,
} from '@patravali/letters';
import { Injectable } from '@nestjs/common';
import { Day, DISPATCH_STATES, EnclosedDocument, LETTER_LANGUAGES, TENURE_KINDS } from '@patravali/contract';
import { type Principal, projection, select, type Transaction, Transactions } from '@patravali/database';
import { DOCUMENT_VIEW, DocumentBytes, joinDocument } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { kindOf } from '@patravali/operations';
import { Letterhead, letterheadOf } from '@patravali/organisation';
import { toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { lockFileOf, lockRecipients } from '../addressees/lock-recipients';
import { beginAttempt, forgetAttempt } from './attempts-under-way';
import { type MailJob, WITHDRAWAL_MAIL } from './mail-jobs';
import { mailWords } from './mail-words';
import { type Attachment, MailNotSent, OfficeMail } from './office-mail';

const Letter = projection(
  z.object({
    issueId: z.uuid(),
    position: z.int(),
    state: z.enum(DISPATCH_STATES),
    email: z.string(),
    byUserId: z.uuid(),
    byPostId: z.uuid(),
    capacity: z.enum(TENURE_KINDS),
    number: z.string(),
    issuedOn: Day,
    subject: z.string(),
    language: z.enum(LETTER_LANGUAGES),
    sha256: z.string(),
    size: z.int(),
    fileName: z.string(),
    /** The documents that go with it. */
    enclosed: z.array(EnclosedDocument.extend({ size: z.int() })),
    letterhead: Letterhead,
    withdrawn: z.boolean(),
    asIssued: z.boolean(),
  }),
  {
    issueId: 's.issue_id',
    position: 's.position',
    state: 's.state',
    email: 's.email',
    byUserId: 's.by_user_id',
    byPostId: 's.by_post_id',
    capacity: 's.capacity',
    number: numberOnLetter('i'),
    issuedOn: 'i.issued_on',
    subject: 'i.subject',
    language: 'i.language',
    sha256: DOCUMENT_VIEW.expressions.sha256,
    size: DOCUMENT_VIEW.expressions.size,
    fileName: DOCUMENT_VIEW.expressions.fileName,
    enclosed: ENCLOSED_BYTES,
    letterhead: letterheadOf('i.organisation_id', 'i.unit_id'),
    withdrawn: IS_WITHDRAWN,
    asIssued: IS_AS_ISSUED,
  },
);
type Letter = z.output<typeof Letter.row>;

/**
 * Sends one mail with the signed letter and then says so. Between the two the process may die: then the mail is sent
 * again under the same Message-ID, and the dispatch tells that it may have arrived twice.
 */
@Injectable()
export class SendDispatchMail {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly mail: OfficeMail,
    private readonly documents: DocumentBytes,
  ) {}

  /** @throws when it is worth trying again; after the last attempt the dispatch is marked as failed instead. */
  async execute(job: MailJob, attempt: { readonly last: boolean }): Promise<void> {
    const letter = await this.letterOf(job);
    if (letter?.state !== 'queued') return;
    // It may have been revoked while its mail was waiting.
    const failure = letter.withdrawn ? 'letter-withdrawn' : await this.send(job, letter, attempt);
    const by: Principal = {
      organisationId: job.organisationId,
      userId: letter.byUserId,
      postId: letter.byPostId,
      capacity: letter.capacity,
    };
    await this.transactions.run(by, (tx) => settle(tx, job.dispatchId, letter, failure));
  }

  /** Tries once more what still waits although its job is long over, because a process died in the last attempt. */
  async retryAbandoned(): Promise<void> {
    const left = await select(
      this.database,
      z.object({ organisationId: z.uuid(), dispatchId: z.uuid() }),
      `SELECT organisation_id AS "organisationId", id AS "dispatchId" FROM dispatch
       WHERE state = 'queued' AND at < office_now() - INTERVAL '12 hours' ORDER BY at LIMIT 1000`,
    );
    for (const job of left) await this.execute(job, { last: true });
  }

  /** Null when it went out, the reason when it never will. */
  private async send(job: MailJob, letter: Letter, { last }: { last: boolean }): Promise<string | null> {
    try {
      const attachments = await this.attachmentsOf(letter);
      const returnKey = await beginAttempt(this.database, job);
      await this.mail.send({
        id: job.dispatchId,
        returnKey,
        ...mailWords(letter),
        attachments,
      });
      return null;
    } catch (error) {
      if (error instanceof MailNotSent && !error.mayHaveArrived) await forgetAttempt(this.database, job);
      if (error instanceof MailNotSent && (error.forGood || last)) return error.reason;
      // Nothing but a damaged letter, or another one, was there to be sent; whoever has mended it dispatches it again.
      if (error instanceof Refusal && kindOf(error) === 'damaged') return error.code;
      if (last) return 'unknown';
      throw error;
    }
  }

  /** The letter, then what it encloses, in its order. */
  private async attachmentsOf({ enclosed, ...letter }: Letter): Promise<Attachment[]> {
    if (!letter.asIssued) throw new Refusal('document-not-as-recorded', { fileName: letter.fileName });
    const named = enclosed.map(({ title, ...bytes }, index) => ({
      ...bytes,
      fileName: enclosureName(index + 1, title),
    }));
    const attachments: Attachment[] = [];
    for (const document of [letter, ...named])
      attachments.push({
        fileName: document.fileName,
        pdf: await this.documents.whole({ ...document, sha256: toSha256(document.sha256) }),
      });
    return attachments;
  }

  private async letterOf({ organisationId, dispatchId }: MailJob): Promise<Letter | undefined> {
    const [letter] = await select(
      this.database,
      Letter.row,
      `SELECT ${Letter.columns} FROM dispatch s
       JOIN ${LETTERS} ON i.organisation_id = s.organisation_id AND i.id = s.issue_id
       JOIN ${RECIPIENTS} ON n.organisation_id = s.organisation_id AND n.issue_id = s.issue_id AND n.position = s.position
       ${joinDocument('COALESCE(n.document_id, i.document_id)')}
       WHERE s.organisation_id = $1 AND s.id = $2 AND s.mode = 'email'`,
      [organisationId, dispatchId],
    );
    return letter;
  }
}

/** Writes the fate of a dispatch that still waits, and its event. */
async function settle(tx: Transaction, id: string, letter: Letter, failure: string | null): Promise<object> {
  const { issueId, position } = letter;
  const { fileId } = await lockFileOf(tx, issueId);
  await lockRecipients(tx, issueId);
  const state = failure === null ? 'sent' : 'failed';
  const [settled] = await tx.select(
    z.object({ id: z.uuid() }),
    `UPDATE dispatch SET state = $3, failure = $4, sent_at = CASE WHEN $3 = 'sent' THEN office_now() END,
       attempt_begun_at = NULL,
       unanswered_attempts = unanswered_attempts + ($3 = 'failed' AND attempt_begun_at IS NOT NULL)::int
     WHERE organisation_id = $1 AND id = $2 AND state = 'queued' RETURNING id`,
    [tx.by.organisationId, id, state, failure],
  );
  if (!settled) throw new Error(`The dispatch ${id} was settled by somebody else`);
  if (failure === null) {
    await markServed(tx, issueId, [position]);
    // It may have been revoked while its mail was leaving.
    const withdrawal = await tx.find(IssueWithdrawal, { issueId });
    if (withdrawal) await tx.enqueue(WITHDRAWAL_MAIL, { organisationId: tx.by.organisationId, dispatchId: id });
  }
  await tx.record(`dispatch.${state}`, fileId, {
    relatedId: issueId,
    data: { dispatchId: id, recipient: position, mode: 'email', email: letter.email, failure },
  });
  return {};
}
