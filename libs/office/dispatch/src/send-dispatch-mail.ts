import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@patravali/authorization';
import type { Bilingual, DispatchState, LetterLanguage, TenureKind } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { fill, formatDate, messagesOf } from '@patravali/messages';
import { OBJECT_STORE, type ObjectStore, toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { lockFileOf, lockRecipients, markServed } from './lock-recipients';
import { MailNotSent, OfficeMail } from './office-mail';

export const MailJob = z.object({ organisationId: z.uuid(), dispatchId: z.uuid() });
export type MailJob = z.infer<typeof MailJob>;

interface Letter {
  readonly issue_id: string;
  readonly position: number;
  readonly state: DispatchState;
  readonly email: string;
  readonly number: string;
  readonly issued_on: string;
  readonly subject: string;
  readonly language: LetterLanguage;
  readonly sha256: string;
  readonly file_name: string;
  readonly office: Bilingual;
  readonly office_email: string | null;
  readonly by_user_id: string;
  readonly by_post_id: string;
  readonly capacity: TenureKind;
}

/**
 * Sends one mail with the signed letter and then says so. Between the two the process may die: then the mail is sent
 * again under the same Message-ID.
 */
@Injectable()
export class SendDispatchMail {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly mail: OfficeMail,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** @throws when it is worth trying again; after the last attempt the dispatch is marked as failed instead. */
  async execute(job: MailJob, attempt: { readonly last: boolean }): Promise<void> {
    const letter = await this.letterOf(job);
    if (letter?.state !== 'queued') return;
    const failure = await this.send(job.dispatchId, letter, attempt);
    const by: Principal = {
      organisationId: job.organisationId,
      userId: letter.by_user_id,
      postId: letter.by_post_id,
      capacity: letter.capacity,
    };
    await this.transactions.run(by, (tx) => settle(tx, job.dispatchId, letter, failure));
  }

  /** Tries once more what still waits although its job is long over, because a process died in the last attempt. */
  async sendLeftBehind(): Promise<void> {
    const left = await this.database.query<MailJob[]>(
      `SELECT organisation_id AS "organisationId", id AS "dispatchId" FROM dispatch
       WHERE state = 'queued' AND at < clock_timestamp() - INTERVAL '12 hours' ORDER BY at LIMIT 1000`,
    );
    for (const job of left) await this.execute(job, { last: true });
  }

  /** Null when it went out, the reason when it never will. */
  private async send(dispatchId: string, letter: Letter, { last }: { last: boolean }): Promise<string | null> {
    try {
      const pdf = await buffer(await this.store.get(toSha256(letter.sha256)));
      await this.mail.send({ id: dispatchId, ...wordsOf(letter), attachment: { fileName: letter.file_name, pdf } });
      return null;
    } catch (error) {
      if (error instanceof MailNotSent && (error.forGood || last)) return error.reason;
      if (last) return 'unknown';
      throw error;
    }
  }

  private async letterOf({ organisationId, dispatchId }: MailJob): Promise<Letter | undefined> {
    const [letter] = await this.database.query<Letter[]>(
      `SELECT s.issue_id, s.position, s.state, s.email, s.by_user_id, s.by_post_id, s.capacity, i.number, i.issued_on,
         i.subject, i.language, d.sha256, d.file_name, o.email AS office_email,
         jsonb_build_object('hi', o.name_hi, 'en', o.name_en) AS office
       FROM dispatch s JOIN issue i ON i.organisation_id = s.organisation_id AND i.id = s.issue_id
         JOIN document d ON d.id = i.document_id JOIN organisation o ON o.id = s.organisation_id
       WHERE s.organisation_id = $1 AND s.id = $2`,
      [organisationId, dispatchId],
    );
    return letter;
  }
}

function wordsOf(letter: Letter) {
  const language = letter.language === 'en' ? 'en' : 'hi';
  const values = {
    ...{ number: letter.number, subject: letter.subject, office: letter.office[language] },
    date: formatDate('letter', letter.issued_on, language),
  };
  const { subject, text } = messagesOf('dispatch-mail', language);
  const from = letter.office_email ?? 'office@patravali.invalid';
  return { to: letter.email, from, subject: fill(subject, values, language), text: fill(text, values, language) };
}

/** Writes the fate of a dispatch that still waits, and its event. */
async function settle(tx: Transaction, id: string, letter: Letter, failure: string | null): Promise<object> {
  const { issue_id: issueId, position } = letter;
  const fileId = await lockFileOf(tx, issueId);
  await lockRecipients(tx, issueId);
  const state = failure === null ? 'sent' : 'failed';
  const [settled] = await tx.query(
    `UPDATE dispatch SET state = $3, failure = $4, sent_at = CASE WHEN $3 = 'sent' THEN clock_timestamp() END
     WHERE organisation_id = $1 AND id = $2 AND state = 'queued' RETURNING id`,
    [tx.by.organisationId, id, state, failure],
  );
  if (!settled) throw new Error(`The dispatch ${id} was settled by somebody else`);
  if (failure === null) await markServed(tx, issueId, position);
  await tx.record({
    subject: { kind: 'file', id: fileId },
    name: `dispatch.${state}`,
    relatedId: issueId,
    data: { dispatchId: id, recipient: position, mode: 'email', failure },
  });
  return {};
}
