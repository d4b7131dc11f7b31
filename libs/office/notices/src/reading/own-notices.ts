import type { Actor } from '@patravali/authorization';
import { isConsulted } from '@patravali/consultations';
import { type NoticeChannel, type NoticeKind, prepares } from '@patravali/contract';
import { mayReadFile, wasPulledBack } from '@patravali/custody';
import { hasCopy, mayReadReceipt, RECEIPTS } from '@patravali/dak';
import { Parameters } from '@patravali/database';
import { FILES } from '@patravali/files';
import { EVENTS } from '@patravali/ledger';
import { isToSign } from '@patravali/letters';
import { isOnByDefault } from './defaults';

/** Notices as `n`, each with the file `f` (and its custody `c`) or the receipt `r` that it is about, and the event `e` of which it tells. */
export const NOTICES = `notice n
  LEFT JOIN (${FILES}) ON n.subject_kind = 'file' AND f.organisation_id = n.organisation_id AND f.id = n.subject_id
  LEFT JOIN ${RECEIPTS} ON n.subject_kind = 'receipt' AND r.organisation_id = n.organisation_id AND r.id = n.subject_id
  LEFT JOIN ${EVENTS} e ON e.id = n.cause_id`;

/** A person, from every post held today. */
export type Myself = readonly [Actor, ...Actor[]];

/** Whether the person may read now what the notice is about, from the post to which it came: a condition on `n`. */
export function mayReadThing(myself: Myself, parameters: Parameters): string {
  const each = myself.map(
    (actor) => `(n.post_id = ${parameters.bind(actor.postId)} AND CASE n.subject_kind
      WHEN 'file' THEN ${mayReadFile(actor, parameters)} ELSE ${mayReadReceipt(actor, parameters)} END)`,
  );
  return `(${each.join(' OR ')})`;
}

/**
 * The notices of this person, as conditions on `n`: of posts that are held today, and of what may be read from them today. Of a
 * discussion on a normal file a participant learns wherever that lies, of a question whoever is asked, while an answer is awaited,
 * of a letter whoever signs it next, and of a key its owner.
 */
export function ownNotices(myself: Myself, parameters: Parameters): string[] {
  const [{ organisationId, userId }] = myself;
  const { bind } = parameters;
  const takesPart = myself.filter(({ capacity }) => !prepares(capacity)).map(({ postId }) => postId);
  return [
    `n.organisation_id = ${bind(organisationId)}`,
    `n.user_id = ${bind(userId)}`,
    `(${mayReadThing(myself, parameters)} OR n.post_id = ANY (${bind(takesPart)}::uuid[]) AND CASE n.kind
       WHEN 'discussion' THEN c.grading = 'normal' WHEN 'consultation_asked' THEN ${IS_CONSULTED} WHEN 'to_sign' THEN ${IS_TO_SIGN}
       WHEN 'certificate_ends' THEN true ELSE false END)`,
  ];
}

const PLACE = { organisationId: 'n.organisation_id', fileId: 'n.subject_id', postId: 'n.post_id' };
const IS_CONSULTED = isConsulted(PLACE);
const IS_TO_SIGN = isToSign(PLACE);

/** What is told of a sending, and is over when that is pulled back. What was asked or has moved meanwhile stays so. */
const OF_A_SENDING: readonly NoticeKind[] = [
  'decided',
  'returned',
  'file_came',
  'receipt_came',
  'receipt_returned',
  'receipt_redirected',
  'copy_came',
  'followed_decided',
];

/**
 * Whether what the notice tells of was pulled back before anybody opened it: a condition on `n`. It is asked of the register of
 * movements, which the act itself writes, so that no notice lags behind it. A copy that was seen before stays.
 */
export const IS_TAKEN_BACK = `(n.kind IN (${OF_A_SENDING.map((kind) => `'${kind}'`).join(', ')}) AND ${wasPulledBack('e')}
  AND NOT (n.kind = 'copy_came' AND ${hasCopy('n.post_id')}))`;

/** Whether the person wants to be told of such notices there: a condition on `n`. */
export const isOn = (channel: NoticeChannel): string =>
  `COALESCE((SELECT s.is_on FROM notice_setting s WHERE s.organisation_id = n.organisation_id AND s.user_id = n.user_id
     AND s.kind = n.kind AND s.channel = '${channel}'), ${String(isOnByDefault(channel))})`;
