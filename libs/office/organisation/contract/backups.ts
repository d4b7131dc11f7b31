import { Instant, operation } from '@patravali/contract-base';
import { z } from 'zod';

/** The last backup of the office that came to a good end, and whether it is time for another. */
export const LastBackup = z
  .object({
    last: z.object({ at: Instant, documents: z.int(), withKey: z.boolean() }).nullable(),
    /** None, or none within the days that the office has set. */
    overdue: z.boolean(),
  })
  .meta({ id: 'LastBackup' });
export type LastBackup = z.infer<typeof LastBackup>;

export const backupOperations = {
  getLastBackup: operation('GET', '/last-backup', {
    summary: 'Show when the office was last backed up',
    answer: LastBackup,
    refuses: ['not-allowed'],
  }),
};
