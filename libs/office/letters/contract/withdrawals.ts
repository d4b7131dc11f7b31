import { Instant, oneLine, operation, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { WITHDRAWAL_KINDS } from '../../correspondence/contract/correspondence';
import { ActorRef } from '../../organisation/contract/organisation';

/** That an issued letter no longer holds: who said so, and why. */
export const Withdrawn = z
  .object({
    kind: z.enum(WITHDRAWAL_KINDS),
    reason: z.string(),
    by: ActorRef,
    at: Instant,
    /** The letter that has taken its place. */
    later: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  })
  .meta({ id: 'Withdrawn' });
export type Withdrawn = z.infer<typeof Withdrawn>;

/** The letter no longer holds. */
export const RevokeIssue = z.strictObject({ reason: Reason }).meta({ id: 'RevokeIssue' });
export type RevokeIssue = z.infer<typeof RevokeIssue>;

/** A later letter, by its number, has taken the place of this one. */
export const SupersedeIssue = z
  .strictObject({ laterNumber: oneLine(100), reason: Reason })
  .meta({ id: 'SupersedeIssue' });
export type SupersedeIssue = z.infer<typeof SupersedeIssue>;

export const IssueChanged = z.object({ id: z.uuid() }).meta({ id: 'IssueChanged' });
export type IssueChanged = z.infer<typeof IssueChanged>;

export const withdrawalOperations = {
  revokeIssue: operation('POST', '/issues/:issueId/revoke', {
    summary: 'Revoke an issued letter',
    body: RevokeIssue,
    answer: IssueChanged,
    changes: ['issue'],
    event: 'issue.revoked',
    refuses: ['letter-withdrawn'],
  }),
  supersedeIssue: operation('POST', '/issues/:issueId/supersede', {
    summary: 'Replace an issued letter by a later one',
    body: SupersedeIssue,
    answer: IssueChanged,
    changes: ['issue'],
    event: 'issue.superseded',
    refuses: ['later-letter-unfit', 'letter-withdrawn'],
  }),
};
