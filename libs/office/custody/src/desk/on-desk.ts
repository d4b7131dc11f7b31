import type { Actor } from '@patravali/authorization';
import { type DeskKind, type DeskQuery, type InboxQuery, prepares } from '@patravali/contract';
import type { KeyOrder, Parameters } from '@patravali/database';
import { firstDayInLimit, postsOfUnit } from '@patravali/organisation';
import { joinCustody, mayReadFile } from '../file-custody/readable-files';

/**
 * A post reads all that lies on its desk or went from it, but its assistant only what is normal: for lists that ask whose
 * a file is, as conditions on `c`.
 */
export function whatAssistantsRead(actor: Actor, parameters: Parameters): string[] {
  return prepares(actor.capacity) ? [mayReadFile(actor, parameters)] : [];
}

/** Where on a desk something lies. */
export type DeskPlace = 'desk' | 'parked' | 'call_book' | 'closed';

/** What lies on desks or waits there, of every kind, as `e`. */
export const DESK = 'desk_entry e';
/** The files of desks, with their custody as `c`. */
export const DESK_FILES = `${DESK} ${joinCustody('e.id')}`;

/** What of this kind the acting post has in this place, or of every kind: conditions on `DESK`. */
export function onDesk(
  { organisationId, postId }: Actor,
  { bind }: Parameters,
  kind?: DeskKind,
  place: DeskPlace = 'desk',
): string[] {
  return [
    `e.organisation_id = ${bind(organisationId)}`,
    `e.post_id = ${bind(postId)}`,
    `e.place = '${place}'`,
    ...(kind === undefined ? [] : [`e.kind = '${kind}'`]),
  ];
}

/** How many things of these kinds a post has in these places; both ids are expressions. */
export const countOnDesk = (
  organisationId: string,
  postId: string,
  kinds: readonly DeskKind[],
  places: readonly DeskPlace[],
): string =>
  `(SELECT count(*)::int FROM ${DESK} WHERE e.organisation_id = ${organisationId} AND e.post_id = ${postId}
    AND e.kind IN (${quoted(kinds)}) AND e.place IN (${quoted(places)}))`;

/** How much a post has, of every kind and in every place where it still waits; both ids are expressions. */
export const countAllOnDesk = (organisationId: string, postId: string): string =>
  `(SELECT count(*)::int FROM ${DESK}
    WHERE e.organisation_id = ${organisationId} AND e.post_id = ${postId} AND e.place <> 'closed')`;

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** The files that the acting post has in this place, as conditions on `DESK_FILES`. */
export function filesOnDesk(actor: Actor, parameters: Parameters, place?: DeskPlace): string[] {
  return [...onDesk(actor, parameters, 'file', place), ...whatAssistantsRead(actor, parameters)];
}

/** The file of `c` lies on the desk of the acting post: conditions for lists that find it by something else. */
export function isOnDesk(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `c.organisation_id = ${bind(actor.organisationId)}`,
    `c.holder_post_id = ${bind(actor.postId)}`,
    `c.state = 'on_desk'`,
    ...whatAssistantsRead(actor, parameters),
  ];
}

/** What of a kind these posts hold, whether set aside or not, as conditions on `e`; files unless said otherwise. */
export const heldBy = (organisationId: string, postIds: string, kind: DeskKind = 'file'): string[] => [
  `e.organisation_id = ${organisationId}`,
  `e.post_id IN (${postIds})`,
  `e.kind = '${kind}'`,
  `e.place <> 'closed'`,
];

/** What a person asks of a desk, as conditions on `DESK`. */
export function askedOfDesk(actor: Actor, query: Partial<Omit<DeskQuery, 'order'>>, { bind }: Parameters): string[] {
  const { unread, late, dueThisWeek, urgency, from, fromUnit } = query;
  const asked: string[] = [];
  if (unread !== undefined) asked.push(unread ? ON_DESK.unread : ON_DESK.opened);
  if (late) asked.push(keepsWaiting(bind(actor.organisationId)));
  if (dueThisWeek) asked.push(ON_DESK.dueThisWeek);
  if (urgency) asked.push(`e.urgency = urgency_place(${bind(urgency)})`);
  if (from) asked.push(`e.from_post_id = ${bind(from)}`);
  if (fromUnit) asked.push(`e.from_post_id IN (${postsOfUnit('e.organisation_id', bind(fromUnit))})`);
  return asked;
}

/** What a person asks of the files on a desk, as conditions on `DESK_FILES`. */
export function askedOfFiles(actor: Actor, query: Partial<InboxQuery>, parameters: Parameters): string[] {
  const { returned, backFromParking, action, decision, order } = query;
  const asked = askedOfDesk(actor, query, parameters);
  if (returned) asked.push(ON_DESK.returned);
  if (backFromParking) asked.push(ON_DESK.backFromParking);
  if (action) asked.push(`c.action = ${parameters.bind(action)}`);
  if (decision) asked.push(decisionAsked(decision, parameters.bind));
  if (order === 'due') asked.push(`e.day < 'infinity'`);
  return asked;
}

/** A recommendation is no decision. */
function decisionAsked(decision: NonNullable<InboxQuery['decision']>, bind: Parameters['bind']): string {
  if (decision === 'any') return ON_DESK.decided;
  if (decision === 'recommended') return ON_DESK.recommended;
  return `c.decision = ${bind(decision)} AND c.recommended_to IS NULL`;
}

/** Conditions on `DESK_FILES` that need no value. Days are days in India. */
export const ON_DESK = {
  unread: 'e.unread',
  opened: 'NOT e.unread',
  returned: 'c.returned',
  decided: 'c.decision IS NOT NULL',
  recommended: 'c.recommended_to IS NOT NULL',
  overdue: 'e.day < (SELECT india_today())',
  backFromParking: 'c.back_from_parking IS NOT NULL',
  dueThisWeek: 'e.day BETWEEN (SELECT india_today()) AND (SELECT india_today()) + 6',
} as const;

/** The day has passed by which something was asked for, or a file has lain there longer than the limit: a condition on `e`. */
export const keepsWaiting = (organisationId: string): string =>
  `(${ON_DESK.overdue} OR COALESCE(e.clock_from < (SELECT ${firstDayInLimit(organisationId)}), false))`;

const DAY = { column: 'e.day', type: 'date' } as const;
const ARRIVAL = { column: 'e.since', type: 'timestamptz' } as const;

/**
 * The orders of a desk, each along an index. In the order `late` what keeps waiting comes before all others.
 * Of what is alike, the longest there is first; of what was begun on the desk itself, the desk is the sender.
 */
export const DESK_ORDERS: Readonly<Record<InboxQuery['order'], KeyOrder>> = {
  late: { ...DAY, direction: 'ASC', then: ARRIVAL },
  newest: { ...ARRIVAL, direction: 'DESC' },
  oldest: { ...ARRIVAL, direction: 'ASC' },
  due: { ...DAY, direction: 'ASC', then: ARRIVAL },
  urgency: { column: 'e.urgency', type: 'integer', direction: 'ASC', then: ARRIVAL },
  sender: { column: 'e.from_post_id', type: 'uuid', direction: 'ASC', then: ARRIVAL },
};

/** Of what is set aside: what comes back or is to be reviewed first, and what waits for an event alone last. */
export const SET_ASIDE_ORDER: KeyOrder = { ...DAY, direction: 'ASC', then: ARRIVAL };
/** The latest first. */
export const LATEST_FIRST: KeyOrder = { ...ARRIVAL, direction: 'DESC' };
