import { createHash } from 'node:crypto';
import { CHARGE_ITEM_KINDS, type ChargeCounts, ChargeItem } from '@patravali/contract';
import { heldBy, joinCustody } from '@patravali/custody';
import { DESK_RECEIPTS } from '@patravali/dak';
import { select, type SqlRunner } from '@patravali/database';
import { TO_DISPATCH } from '@patravali/dispatch';
import { WRITTEN_DRAFTS_OF_DESKS } from '@patravali/drafts';
import { FILES_OF_DESKS } from '@patravali/files';
import { IS_WITHDRAWN, LETTERS, numberOnLetter } from '@patravali/letters';
import { KEYS_IN_USE } from '@patravali/signing';

/** The day in India of an instant. */
const dayOf = (instant: string) => `(${instant} AT TIME ZONE INTERVAL '5 hours 30 minutes')::date`;

/** A line of the list, from expressions; above normal a subject is not told. */
const line = (kind: string, number: string, subject: string, grading: string, since: string): string =>
  `SELECT ${kind} AS kind, ${number} AS number, CASE WHEN ${grading} = 'normal' THEN ${subject} END AS subject,
     ${dayOf(since)} AS since, ${since} AS at`;

const FILES = `${line(`CASE e.place WHEN 'desk' THEN 'file' ELSE 'parked' END`, 'f.number', 'f.subject', 'c.grading', 'e.since')}
  FROM ${FILES_OF_DESKS} WHERE ${heldBy('$1', '$2').join(' AND ')}`;
const RECEIPTS = `${line(`'receipt'`, 'r.diary_number', 'r.subject', 'r.grading', 'e.since')}
  FROM ${DESK_RECEIPTS} WHERE e.organisation_id = $1 AND e.post_id = $2 AND e.kind = 'receipt' AND e.place = 'desk'`;
const DRAFTS = `${line(`'draft'`, `f.number || ', ' || r.ordinal`, 'r.subject', 'c.grading', 'r.changed_at')}
  FROM ${WRITTEN_DRAFTS_OF_DESKS} WHERE ${heldBy('$1', '$2').join(' AND ')} AND r.state IN ('draft', 'approved')`;
const OWN_LETTERS = `i.organisation_id = $1 AND (i.signatory_post_id = $2 OR i.issued_by_post_id = $2)`;
const LETTERS_UNSENT = `${line(`'letter'`, numberOnLetter('i'), 'i.subject', 'c.grading', 'i.issued_at')}
  FROM ${LETTERS} ${joinCustody('i.file_id')}
  WHERE ${OWN_LETTERS} AND i.state = 'issued' AND ${TO_DISPATCH} AND NOT ${IS_WITHDRAWN}`;
const NUMBERS = `${line(`'number'`, numberOnLetter('i'), 'i.subject', 'c.grading', 'i.issued_at')}
  FROM ${LETTERS} ${joinCustody('i.file_id')} WHERE ${OWN_LETTERS} AND i.state = 'numbered'`;
const KEYS = `SELECT 'key' AS kind, k.serial AS number, COALESCE(k.holder, k.subject) AS subject, ${dayOf('k.added_at')} AS since,
     k.added_at AS at
  FROM ${KEYS_IN_USE.source} WHERE k.organisation_id = $1 AND k.user_id = $3 AND ${KEYS_IN_USE.when}`;

const inOrder = (lists: readonly string[], more = '') =>
  `SELECT kind, number, subject, since FROM (${lists.join(' UNION ALL ')}) item ${more}
   ORDER BY array_position(ARRAY[${CHARGE_ITEM_KINDS.map((kind) => `'${kind}'`).join(', ')}], kind), at, number`;

export interface ChargeOf {
  readonly organisationId: string;
  readonly postId: string;
}

/** All that is pending with a post, and the keys with which this person signs. */
export const pendingWith = (
  database: SqlRunner,
  { organisationId, postId }: ChargeOf,
  userId: string,
): Promise<ChargeItem[]> =>
  select(database, ChargeItem, inOrder([FILES, RECEIPTS, DRAFTS, LETTERS_UNSENT, NUMBERS, KEYS]), [
    organisationId,
    postId,
    userId,
  ]);

/** The files and receipts on the desk of a post, or waiting there, that came to it after that moment. */
export const cameSince = (
  database: SqlRunner,
  { organisationId, postId }: ChargeOf,
  since: Date,
): Promise<ChargeItem[]> =>
  select(database, ChargeItem, inOrder([FILES, RECEIPTS], 'WHERE at > $3'), [organisationId, postId, since]);

/** What stands for having seen all of a list. */
export const seenOf = (items: readonly ChargeItem[]): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ kind, number, since }) => [kind, number, since])))
    .digest('hex');

export function countsOf(items: readonly Pick<ChargeItem, 'kind'>[]): ChargeCounts {
  const counts: ChargeCounts = { file: 0, parked: 0, receipt: 0, draft: 0, letter: 0, number: 0, key: 0 };
  for (const { kind } of items) counts[kind] += 1;
  return counts;
}
