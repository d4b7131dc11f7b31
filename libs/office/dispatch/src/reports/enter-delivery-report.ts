import { Inject, Injectable, Logger } from '@nestjs/common';
import { DISPATCH_STATES } from '@patravali/contract';
import { NOW, type Principal, select, type Transaction, Transactions } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { lockFileOf, lockRecipients } from '../addressees/lock-recipients';
import { Dispatch } from '../addressees/dispatch.entity';
import { type DeliveryReport, readDeliveryReport, type RecipientReport } from './delivery-report';
import { type Entered, REPORT_MAILBOX, type ReportMailbox } from './report-mailbox';

const REPORTED = z.object({
  dispatchId: z.uuid(),
  organisationId: z.uuid(),
  issueId: z.uuid(),
  state: z.enum(DISPATCH_STATES),
  email: z.string(),
});
type Reported = z.output<typeof REPORTED>;

/** Somebody else has settled it meanwhile, or the same was reported. */
class SettledMeanwhile extends Error {}

/**
 * Enters what mail servers report of the office's mails, as what they said: the dispatch stays sent until a dispatcher says that
 * it is so. A report is found by the key in the address to which the mail was to be returned, must be about the address that it
 * was sent to, and may be entered twice.
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
    const said = report.recipients.find(({ addresses }) => addresses.includes(reported.email.toLowerCase()));
    if (!said) {
      this.logger.warn(`A report on dispatch ${reported.dispatchId} is about another address; it was not entered`);
      return 'foreign';
    }
    // The server was quicker than we, who have not noted yet that it took the mail.
    if (reported.state === 'queued') return 'later';
    if (reported.state === 'sent') await this.enter(said, reported);
    return 'done';
  }

  /** By nobody of the office. */
  private async enter(said: RecipientReport, reported: Reported): Promise<void> {
    const { organisationId } = reported;
    const by: Principal = { organisationId, userId: null, postId: null, capacity: null };
    try {
      await this.transactions.run(by, (tx) => keep(tx, said, reported));
    } catch (error) {
      if (!(error instanceof SettledMeanwhile)) throw error;
    }
  }

  private async reportedBy({ keys }: DeliveryReport): Promise<Reported | undefined> {
    const [found] = await select(
      this.database,
      REPORTED,
      `SELECT id AS "dispatchId", organisation_id AS "organisationId", issue_id AS "issueId", state, email
       FROM dispatch WHERE return_key = ANY ($1) AND mode = 'email' LIMIT 1`,
      [keys],
    );
    return found;
  }
}

/** What says the same once more says nothing, also after somebody has said that it is not so. */
async function keep(
  tx: Transaction,
  { outcome, words }: RecipientReport,
  { organisationId, dispatchId, issueId }: Reported,
): Promise<object> {
  const { fileId } = await lockFileOf(tx, issueId);
  await lockRecipients(tx, issueId);
  const dispatch = await tx.find(Dispatch, { id: dispatchId });
  if (dispatch?.state !== 'sent' || dispatch.reportOutcome === outcome) throw new SettledMeanwhile();
  await tx.update(
    Dispatch,
    { organisationId, id: dispatchId },
    { reportOutcome: outcome, reportWords: words, reportedAt: NOW, reportDismissedAt: null },
  );
  const { position: recipient, email, byPostId: sentByPostId } = dispatch;
  const data = { dispatchId, recipient, mode: 'email', email, sentByPostId, reported: outcome, reportWords: words };
  await tx.record('dispatch.reported', fileId, { relatedId: issueId, data });
  return {};
}
