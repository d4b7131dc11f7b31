import { type Actor, authorizeAction } from '@patravali/authorization';
import { Following } from '@patravali/contract';
import { askWhetherDue, FileCustody, mayReadFile, seenCustody } from '@patravali/custody';
import { type Parameters, projection, type Transaction } from '@patravali/database';
import { lockPerson } from '@patravali/organisation';

/** What posts follow, as `w`, of the files of custody `c`: for the list of a desk, whose key is `FOLLOWED.at`. */
export const FOLLOWED = { source: 'followed_file w', file: 'w.file_id', at: 'w.followed_at' } as const;

const MOVED = 'c.movements > w.seen_movements';

/** The contract's `Following`, from `w` and `c`. */
export const FOLLOWING = projection(Following, {
  since: 'w.followed_at',
  moved: MOVED,
  remindOn: 'w.remind_on',
  reminder: 'w.reminder',
});

/** What the acting post follows and may still read: conditions on `w` and `c`. */
export function followedBy(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `w.organisation_id = ${bind(actor.organisationId)}`,
    `w.post_id = ${bind(actor.postId)}`,
    mayReadFile(actor, parameters),
  ];
}

/** It has moved, or the day of the reminder has come: a condition on `w` and `c`. */
export const FOLLOW_UP_NEWS = `(${MOVED} OR w.remind_on <= (SELECT india_today()))`;

/** The posts that follow the file of which this event tells, as an array; who may no longer read it is sorted out where it is shown. */
export const followersOf = (event: string): string =>
  `ARRAY(SELECT w.post_id FROM ${FOLLOWED.source} WHERE w.organisation_id = ${event}.organisation_id AND w.file_id = ${event}.subject_id)`;

/** How the acting post follows the file of custody `c`, as JSON, or null. */
export const followingOf = ({ postId }: Actor, { bind }: Parameters): string =>
  `(SELECT ${FOLLOWING.json} FROM ${FOLLOWED.source}
    WHERE w.organisation_id = c.organisation_id AND w.post_id = ${bind(postId)} AND w.file_id = c.file_id)`;

/**
 * The custody of a file that the actor may follow. Following changes nothing of the file, which is not locked; what a person
 * follows is recorded of the person, one after the other.
 * @throws Refusal `not-found`, `not-allowed`.
 */
export async function toFollow(tx: Transaction, actor: Actor, fileId: string): Promise<FileCustody> {
  const [custody] = await Promise.all([tx.find(FileCustody, { fileId }), lockPerson(tx, actor.userId)]);
  await askWhetherDue(tx, actor, [custody]);
  const seen = seenCustody(actor, custody);
  refuseFollowing(actor, seen);
  return seen;
}

/** The rule of following, which depends on custody alone. @throws Refusal `not-allowed`. */
export function refuseFollowing(actor: Actor, custody: FileCustody): void {
  authorizeAction(actor, 'follow', custody);
}

/** Nobody but whoever follows is told of it: it is no event of the file. */
export async function recordFollowing(
  tx: Transaction,
  { userId }: Actor,
  fileId: string,
  name: 'file_followed' | 'file_unfollowed' | 'reminder_set' | 'reminder_cleared',
  data: object = {},
): Promise<void> {
  await tx.record(`user.${name}`, userId, { relatedId: fileId, data });
}
