import type { Actor } from '@patravali/authorization';
import {
  type Grading,
  gradingsFor,
  markingInBoth,
  urgenciesFor,
  type Urgency,
  type UrgencyLabel,
} from '@patravali/contract';
import type { SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { urgencyLabel } from '@patravali/organisation';

/**
 * Only an officer gives a grading above normal, or changes one.
 * @param now the grading that stands; a new thing begins as normal.
 * @throws Refusal `grading-needs-officer`.
 */
export function refuseGradingOfOthers({ post }: Pick<Actor, 'post'>, grading: Grading, now: Grading = 'normal'): void {
  if (gradingsFor(post.roles, now).includes(grading)) return;
  throw new Refusal(
    'grading-needs-officer',
    { post: markingInBoth(post) },
    refused('grading', 'grading-needs-officer'),
  );
}

/**
 * Who may set which urgency is what the office says. What stands already may stay so in any hand; ordinary is asked
 * about nowhere.
 * @param now the urgency that stands; a new thing has none.
 * @throws Refusal `urgency-needs-officer`, `urgency-not-in-use`.
 */
export async function refuseUrgencyOfOthers(
  database: SqlRunner,
  actor: Pick<Actor, 'post' | 'organisationId'>,
  urgency: Urgency,
  now?: Urgency,
): Promise<void> {
  refuseUrgencyLabelled(actor, await readUrgencyLabel(database, actor, urgency, [now]), now);
}

const isAskedNowhere = (urgency: Urgency, now: Urgency | undefined): boolean =>
  urgency === 'ordinary' || urgency === now;

/** What the office says of the urgency that these things shall have; null, and not read, where it is asked of none of them. */
export async function readUrgencyLabel(
  database: SqlRunner,
  { organisationId }: Pick<Actor, 'organisationId'>,
  urgency: Urgency | undefined,
  now: readonly (Urgency | undefined)[],
): Promise<UrgencyLabel | null> {
  if (urgency === undefined || now.every((one) => isAskedNowhere(urgency, one))) return null;
  return await urgencyLabel(database, organisationId, urgency);
}

/** The same as `refuseUrgencyOfOthers`, of an urgency about which the office was asked already. */
export function refuseUrgencyLabelled({ post }: Pick<Actor, 'post'>, label: UrgencyLabel | null, now?: Urgency): void {
  if (label === null || isAskedNowhere(label.code, now)) return;
  if (urgenciesFor([label], post.roles).length > 0) return;
  const code = label.inUse ? 'urgency-needs-officer' : 'urgency-not-in-use';
  throw new Refusal(code, { post: markingInBoth(post), urgency: label.name }, refused('urgency', code));
}

const refused = (field: string, detail: string) => ({ errors: [{ pointer: `#/${field}`, detail }] });
