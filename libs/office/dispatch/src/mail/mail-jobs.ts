import { SCHEDULE } from '@patravali/config';
import type { Queue } from '@patravali/database';
import { z } from 'zod';

const MailJob = z.object({ organisationId: z.uuid(), dispatchId: z.uuid() });
export type MailJob = z.infer<typeof MailJob>;

/** One mail to one recipient. */
export const DISPATCH_MAIL: Queue<MailJob> = { name: 'dispatch-mail', data: MailJob };

/** To one recipient, that the letter which was mailed to him no longer holds. */
export const WITHDRAWAL_MAIL: Queue<MailJob> = { name: 'withdrawal-mail', data: MailJob };

/** What mail servers have reported of the mails that went out. */
export const READ_REPORTS: Queue = {
  name: 'read-delivery-reports',
  data: z.object({}),
  cron: SCHEDULE.readDeliveryReports,
};

/** Mails whose job is long over although nobody knows their fate. */
export const RETRY_ABANDONED_MAIL: Queue = {
  name: 'retry-abandoned-mail',
  data: z.object({}),
  cron: SCHEDULE.retryAbandonedMail,
};
