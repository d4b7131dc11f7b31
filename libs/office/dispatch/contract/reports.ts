import { Instant, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { IssueChanged } from '../../letters/contract/withdrawals';

/** What a report of a mail server can say of a mail. */
export const REPORTED_OUTCOMES = ['delivered', 'returned'] as const;
export type ReportedOutcome = (typeof REPORTED_OUTCOMES)[number];

/** What a mail server says became of a mail. It is no witness: until a dispatcher has confirmed it the dispatch stays sent. */
export const DispatchReport = z
  .object({
    outcome: z.enum(REPORTED_OUTCOMES),
    /** What the other mail server wrote, word for word, on one line. */
    words: z.string(),
    at: Instant,
    /** Since when a dispatcher says that it is not so. */
    dismissedAt: Instant.nullable(),
  })
  .meta({ id: 'DispatchReport' });
export type DispatchReport = z.infer<typeof DispatchReport>;

/** Whether it is as the report says; `outcome` is what the person saw that it says. */
export const AnswerReport = z
  .strictObject({ outcome: z.enum(REPORTED_OUTCOMES), holds: z.boolean() })
  .meta({ id: 'AnswerReport' });
export type AnswerReport = z.infer<typeof AnswerReport>;

export const reportOperations = {
  answerReport: operation('PUT', '/issues/:issueId/dispatches/:dispatchId/report', {
    summary: 'Confirm or dismiss what a mail server reports',
    body: AnswerReport,
    answer: IssueChanged,
    changes: ['issue'],
    event: ['dispatch.delivered', 'dispatch.returned', 'dispatch.report_dismissed'],
    refuses: ['dispatch-not-under-way', 'no-such-report'],
  }),
};
