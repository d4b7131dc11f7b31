import type { Actor, Parameters } from '@patravali/authorization';
import type { FileState, InboxQuery } from '@patravali/contract';
import { mayReadFile } from './readable-files';

/**
 * A post reads all that lies on its desk or went from it, but its assistant only what is normal: for lists that ask whose
 * a file is, as conditions on `c`.
 */
export function whatAssistantsRead(actor: Actor, parameters: Parameters): string[] {
  return actor.capacity === 'assistant' ? [mayReadFile(actor, parameters)] : [];
}

/** The files on the desk of the acting post, as conditions on `c`. */
export function onDesk(actor: Actor, parameters: Parameters): string[] {
  return heldIn('on_desk', actor, parameters);
}

/** The files that the acting post has parked, as conditions on `c`: in the order of `PARKED_ORDER`. */
export function parkedBy(actor: Actor, parameters: Parameters): string[] {
  return heldIn('parked', actor, parameters);
}

/** Those without a day at the end. */
export const PARKED_ORDER: DeskOrder = {
  column: `COALESCE(c.parked_until, 'infinity'::date)`,
  type: 'date',
  direction: 'ASC',
};

/** The cases in the call book of the acting post, as conditions on `c`: in the order of `CALL_BOOK_ORDER`. */
export function inCallBook(actor: Actor, parameters: Parameters): string[] {
  return heldIn('in_call_book', actor, parameters);
}

export const CALL_BOOK_ORDER: DeskOrder = { column: 'c.review_on', type: 'date', direction: 'ASC' };
export const REVIEW_OVERDUE = 'c.review_on < (SELECT india_today())';

function heldIn(state: FileState, actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `c.organisation_id = ${bind(actor.organisationId)}`,
    `c.holder_post_id = ${bind(actor.postId)}`,
    `c.state = '${state}'`,
    ...whatAssistantsRead(actor, parameters),
  ];
}

/** What a person may ask of the files on a desk, as conditions on `c`. Days are days in India. */
export const ON_DESK = {
  unread: 'c.opened_at IS NULL',
  opened: 'c.opened_at IS NOT NULL',
  late: 'c.due_on < (SELECT india_today())',
  backFromParking: 'c.back_from_parking IS NOT NULL',
  dueThisWeek: 'c.due_on BETWEEN (SELECT india_today()) AND (SELECT india_today()) + 6',
} as const;

export interface DeskOrder {
  readonly column: string;
  readonly type: 'timestamptz' | 'date';
  readonly direction: 'ASC' | 'DESC';
}

/** The orders of the inbox, each along an index that begins with the holder. */
export const DESK_ORDERS: Readonly<Record<InboxQuery['order'], DeskOrder>> = {
  newest: { column: 'c.since', type: 'timestamptz', direction: 'DESC' },
  oldest: { column: 'c.since', type: 'timestamptz', direction: 'ASC' },
  due: { column: 'c.due_on', type: 'date', direction: 'ASC' },
};

/** The files that the acting post has closed, as conditions on `c`; `CLOSED_AT` says when. */
export function closedBy(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `c.organisation_id = ${bind(actor.organisationId)}`,
    `c.closed_by_post_id = ${bind(actor.postId)}`,
    `c.state = 'closed'`,
    ...whatAssistantsRead(actor, parameters),
  ];
}

export const CLOSED_AT = 'c.since';
