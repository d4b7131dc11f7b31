import { markUnserved } from '@patravali/letters';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DISPATCH_STATES, TENURE_KINDS } from '@patravali/contract';
import { NOW, type Principal, select, type Transaction, Transactions } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { lockFileOf, lockRecipients } from '../addressees/lock-recipients';
import { Dispatch } from '../addressees/dispatch.entity';
import { type DeliveryReport, readDeliveryReport } from './delivery-report';
import { type Entered, REPORT_MAILBOX, type ReportMailbox } from './report-mailbox';

const REPORTED = z.object({
  organisationId: z.uuid(),
  issueId: z.uuid(),
  position: z.int(),
  state: z.enum(DISPATCH_STATES),
  email: z.string(),
  byUserId: z.uuid(),
  byPostId: z.uuid(),
  capacity: z.enum(TENURE_KINDS),
});
type Reported = z.output<typeof REPORTED>;

/** Somebody else has settled it meanwhile. */
class SettledMeanwhile extends Error {}

/**
 * Enters what mail servers report of the office's mails: a mail that bounced has come back, and its addressee is to be sent
 * the letter again or not at all; one of which delivery was confirmed is delivered. A report is found by the Message-ID of the
 * mail that it is about, and may be entered twice.
 */
@Injectable()
export class EnterDeliveryReport {
  private readonly logger = new Logger(EnterDeliveryReport.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    @Inject(REPORT_MAILBOX) private readonly mailbox: ReportMailbox,
  ) {}

  /** All that the mailbox holds and that was not read before; what fails is read again the next time. */
  async executeAll(): Promise<void> {
    await this.mailbox.readEach(async (mail) => {
      try {
        return await this.execute(mail);
      } catch (error) {
        this.logger.warn(String(error));
        return 'later';
      }
    });
  }

  async execute(mail: string): Promise<Entered> {
    const report = await readDeliveryReport(mail);
    const reported = report && (await this.reportedBy(report));
    if (!reported) return 'foreign';
    // The server was quicker than we, who have not noted yet that it took the mail.
    if (reported.state === 'queued') return 'later';
    if (reported.state === 'sent') await this.enter(report, reported);
    return 'done';
  }

  private async enter(report: DeliveryReport, reported: Reported): Promise<void> {
    const { organisationId, byUserId: userId, byPostId: postId, capacity } = reported;
    const by: Principal = { organisationId, userId, postId, capacity };
    try {
      await this.transactions.run(by, (tx) => settle(tx, report, reported));
    } catch (error) {
      if (!(error instanceof SettledMeanwhile)) throw error;
    }
  }

  private async reportedBy({ dispatchId }: DeliveryReport): Promise<Reported | undefined> {
    const [found] = await select(
      this.database,
      REPORTED,
      `SELECT organisation_id AS "organisationId", issue_id AS "issueId", position, state, email, by_user_id AS "byUserId",
         by_post_id AS "byPostId", capacity
       FROM dispatch WHERE id = $1 AND mode = 'email'`,
      [dispatchId],
    );
    return found;
  }
}

/** In the name of whoever sent it, as the mail itself. */
async function settle(
  tx: Transaction,
  { dispatchId, outcome, reason }: DeliveryReport,
  { organisationId, issueId, position, email }: Reported,
): Promise<object> {
  const { fileId } = await lockFileOf(tx, issueId);
  await lockRecipients(tx, issueId);
  const dispatch = await tx.find(Dispatch, { id: dispatchId });
  if (dispatch?.state !== 'sent') throw new SettledMeanwhile();
  const returned = outcome === 'returned';
  await tx.update(
    Dispatch,
    { organisationId, id: dispatchId },
    { state: outcome, endedAt: NOW, returnReason: returned ? reason : null },
  );
  if (returned) await markUnserved(tx, issueId, position);
  await tx.record(`dispatch.${outcome}`, fileId, {
    relatedId: issueId,
    ...(returned ? { reason } : {}),
    data: { dispatchId, recipient: position, mode: 'email', email },
  });
  return {};
}
