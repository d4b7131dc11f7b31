import type { Actor } from '@patravali/authorization';
import type { FileState, InboxQuery } from '@patravali/contract';
import type { KeyOrder, Parameters } from '@patravali/database';
import { postsOfUnit } from '@patravali/organisation';
import { mayReadFile } from './file-custody/readable-files';

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
export const PARKED_ORDER: KeyOrder = {
  column: `COALESCE(c.parked_until, 'infinity'::date)`,
  type: 'date',
  direction: 'ASC',
};

/** The cases in the call book of the acting post, as conditions on `c`: in the order of `CALL_BOOK_ORDER`. */
export function inCallBook(actor: Actor, parameters: Parameters): string[] {
  return heldIn('in_call_book', actor, parameters);
}

export const CALL_BOOK_ORDER: KeyOrder = { column: 'c.review_on', type: 'date', direction: 'ASC' };
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

/** What a person asks of the files on a desk, as conditions on `c`. */
export function askedOfDesk(query: Partial<InboxQuery>, { bind }: Parameters): string[] {
  const { unread, late, dueThisWeek, returned, backFromParking, action, decision, urgency, from, fromUnit, order } =
    query;
  const asked: string[] = [];
  if (unread !== undefined) asked.push(unread ? ON_DESK.unread : ON_DESK.opened);
  if (late) asked.push(ON_DESK.late);
  if (dueThisWeek) asked.push(ON_DESK.dueThisWeek);
  if (returned) asked.push(ON_DESK.returned);
  if (backFromParking) asked.push(ON_DESK.backFromParking);
  if (action) asked.push(`c.action = ${bind(action)}`);
  if (decision) asked.push(decisionAsked(decision, bind));
  if (urgency) asked.push(`c.urgency = ${bind(urgency)}`);
  if (from) asked.push(`${SENDER.column} = ${bind(from)}`);
  if (fromUnit) asked.push(`${SENDER.column} IN (${postsOfUnit('c.organisation_id', bind(fromUnit))})`);
  if (order === 'due') asked.push('c.due_on IS NOT NULL');
  return asked;
}

/** A recommendation is no decision. */
function decisionAsked(decision: NonNullable<InboxQuery['decision']>, bind: Parameters['bind']): string {
  if (decision === 'any') return ON_DESK.decided;
  if (decision === 'recommended') return ON_DESK.recommended;
  return `c.decision = ${bind(decision)} AND c.recommended_to IS NULL`;
}

/** Conditions on `c` that need no value. Days are days in India. */
export const ON_DESK = {
  unread: 'c.opened_at IS NULL',
  opened: 'c.opened_at IS NOT NULL',
  returned: 'c.returned',
  decided: 'c.decision IS NOT NULL',
  recommended: 'c.recommended_to IS NOT NULL',
  late: 'c.due_on < (SELECT india_today())',
  backFromParking: 'c.back_from_parking IS NOT NULL',
  dueThisWeek: 'c.due_on BETWEEN (SELECT india_today()) AND (SELECT india_today()) + 6',
} as const;

/**
 * How urgent a file is, as a place in the list of urgencies: the most urgent comes first. An expression that has an index.
 */
const URGENCY_PLACE = { column: 'urgency_place(c.urgency)', type: 'integer' } as const;
/** Who sent it; what was opened on the desk itself is from the desk itself. */
const SENDER = { column: 'COALESCE(c.sender_post_id, c.holder_post_id)', type: 'uuid' } as const;
const ARRIVAL = { column: 'c.since', type: 'timestamptz' } as const;

/** The orders of the inbox, each along an index that begins with the holder. Of what is alike, the longest there is first. */
export const DESK_ORDERS: Readonly<Record<InboxQuery['order'], KeyOrder>> = {
  newest: { ...ARRIVAL, direction: 'DESC' },
  oldest: { ...ARRIVAL, direction: 'ASC' },
  due: { column: 'c.due_on', type: 'date', direction: 'ASC' },
  urgency: { ...URGENCY_PLACE, direction: 'ASC', then: ARRIVAL },
  sender: { ...SENDER, direction: 'ASC', then: ARRIVAL },
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
