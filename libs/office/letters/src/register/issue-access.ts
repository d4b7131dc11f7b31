import type { Actor } from '@patravali/authorization';
import { markingInBoth } from '@patravali/contract';
import { Parameters, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { postMarking } from '@patravali/organisation';
import { z } from 'zod';
import { confirmFilter, dispatchFilter, issueFilter, ISSUES, withdrawFilter } from './issue-abilities';

const MAY = { dispatch: dispatchFilter, confirm_address: confirmFilter, withdraw: withdrawFilter } as const;

/**
 * May this person see the issue, and do this with it? An issue never changes and is not locked: the rules are asked in one
 * statement.
 * @returns the marking of the post that issued it.
 * @throws Refusal `not-found`, `not-allowed`.
 */
export async function authorizeOnIssue(
  tx: Transaction,
  actor: Actor,
  issueId: string,
  action: keyof typeof MAY,
): Promise<string> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const [issue] = await tx.select(
    z.object({ allowed: z.boolean(), issuingPost: z.string() }),
    `SELECT ${MAY[action](actor.ability, parameters)} AS allowed, ${postMarking('i.issued_by_post_id')} AS "issuingPost"
     FROM ${ISSUES}
     WHERE i.organisation_id = ${bind(actor.organisationId)} AND i.id = ${bind(issueId)}
       AND ${issueFilter(actor.ability, parameters)}`,
    parameters.values,
  );
  if (!issue) throw new Refusal('not-found');
  if (!issue.allowed) throw new Refusal('not-allowed', { post: markingInBoth(actor.post), action });
  return issue.issuingPost;
}
