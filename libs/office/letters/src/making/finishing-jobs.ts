import { SCHEDULE } from '@patravali/config';
import type { Queue } from '@patravali/database';
import { z } from 'zod';

const IssueJob = z.object({ organisationId: z.uuid(), issueId: z.uuid() });
export type IssueJob = z.infer<typeof IssueJob>;

/** Makes a numbered letter; whoever has numbered it does so at once, and the job only if that came to nothing. */
export const FINISH_ISSUE: Queue<IssueJob> = { name: 'finish-issue', data: IssueJob, delay: 60 };

/** Makes the own copies of the addressees, and with them the letter is issued. At once: nobody else does it first. */
export const MAKE_COPIES: Queue<IssueJob> = { name: 'make-copies', data: IssueJob };

/** Numbered letters whose job was given up. */
export const FINISH_ABANDONED_ISSUES: Queue = {
  name: 'finish-abandoned-issues',
  data: z.object({}),
  cron: SCHEDULE.finishAbandonedIssues,
};
