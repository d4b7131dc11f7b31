import { joinWithdrawal, LETTERS, numberOnLetter } from '@patravali/letters';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Day, LETTER_LANGUAGES, WITHDRAWAL_KINDS } from '@patravali/contract';
import { projection, select, type Transaction } from '@patravali/database';
import { fill, formatDate } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import { Letterhead, letterheadOf } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { type MailJob, WITHDRAWAL_MAIL } from './mail-jobs';
import { MailNotSent, OfficeMail } from './office-mail';

const TOLD = projection(
  z.object({
    email: z.string(),
    number: z.string(),
    issuedOn: Day,
    language: z.enum(LETTER_LANGUAGES),
    letterhead: Letterhead,
    kind: z.enum(WITHDRAWAL_KINDS),
    laterNumber: z.string().nullable(),
  }),
  {
    email: 's.email',
    number: numberOnLetter('i'),
    issuedOn: 'i.issued_on',
    language: 'i.language',
    letterhead: letterheadOf('i.organisation_id', 'i.unit_id'),
    kind: 'w.kind',
    laterNumber: 'later.number',
  },
);

/** Whoever was sent a letter by e-mail is told by e-mail that it no longer holds: its number, and what has taken its place. The reason stays in the office. */
@Injectable()
export class SendWithdrawalMail {
  private readonly logger = new Logger(SendWithdrawalMail.name);

  constructor(
    private readonly database: EntityManager,
    private readonly mail: OfficeMail,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** @throws when it is worth trying again. Sent again it is the same message. */
  async execute({ organisationId, dispatchId }: MailJob, { last }: { readonly last: boolean }): Promise<void> {
    // It sent mail once, and does no longer.
    if (this.config.mail.kind === 'none') return;
    const [told] = await select(
      this.database,
      TOLD.row,
      `SELECT ${TOLD.columns} FROM dispatch s
       JOIN ${LETTERS} ON i.organisation_id = s.organisation_id AND i.id = s.issue_id ${joinWithdrawal('JOIN')}
       WHERE s.organisation_id = $1 AND s.id = $2 AND s.mode = 'email'`,
      [organisationId, dispatchId],
    );
    if (!told) return;
    try {
      await this.mail.send({ id: `withdrawn-${dispatchId}`, ...wordsOf(told) });
    } catch (error) {
      if (!(error instanceof MailNotSent) || !(error.forGood || last)) throw error;
      this.logger.warn(`Dispatch ${dispatchId}: its address was not told of the withdrawal: ${error.reason}`);
      // Whoever sent the letter sees it beside the address, and tells him in another way.
      await this.database.query('UPDATE dispatch SET not_told = $3 WHERE organisation_id = $1 AND id = $2', [
        organisationId,
        dispatchId,
        error.reason,
      ]);
    }
  }
}

function wordsOf({
  email,
  number,
  issuedOn,
  language: written,
  letterhead,
  kind,
  laterNumber,
}: z.output<typeof TOLD.row>) {
  const language = written === 'en' ? 'en' : 'hi';
  const date = formatDate('letter', issuedOn, language);
  const values = { number, date, office: letterhead.name[language], later: laterNumber ?? '' };
  const words = messagesOf('dispatch-mail', language);
  return {
    to: email,
    from: letterhead.email ?? 'office@patravali.invalid',
    subject: fill(words[`${kind}.subject`], values, language),
    text: fill(words[`${kind}.text`], values, language),
  };
}

const SENT = z.object({ id: z.uuid() });

/** Everybody to whom the letter was mailed is told; the lock of its file is held. Of several mails to one addressee the last counts. */
export async function tellOfWithdrawal(tx: Transaction, issueId: string): Promise<void> {
  const { organisationId } = tx.by;
  const sent = await tx.select(
    SENT,
    `SELECT DISTINCT ON (s.position) s.id FROM dispatch s WHERE s.organisation_id = $1 AND s.issue_id = $2
       AND s.mode = 'email' AND s.state IN ('sent', 'delivered') ORDER BY s.position, s.ordinal DESC`,
    [organisationId, issueId],
  );
  for (const { id } of sent) await tx.enqueue(WITHDRAWAL_MAIL, { organisationId, dispatchId: id });
}
