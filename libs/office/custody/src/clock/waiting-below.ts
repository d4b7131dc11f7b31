import type { Actor } from '@patravali/authorization';
import type { KeyOrder, Parameters } from '@patravali/database';
import { firstDayInLimit, postsBelow } from '@patravali/organisation';
import { mayReadFile } from '../file-custody/readable-files';
import { heldBy } from '../desk/on-desk';
import { overLimit } from './desk-clock';

/** The normal files on the desks below the acting post, parked or not, as conditions on `DESK_FILES`. */
export function waitingBelow(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  const organisationId = bind(actor.organisationId);
  return [
    ...heldBy(organisationId, postsBelow(organisationId, bind(actor.postId))),
    `c.state IN ('on_desk', 'parked')`,
    `c.grading = 'normal'`,
    mayReadFile(actor, parameters),
  ];
}

/** The longest there first. */
export const LONGEST_FIRST: KeyOrder = { column: 'c.clock_from', type: 'date', direction: 'ASC' };

/** One that has been there too long: the first day in the limit is reckoned once for the whole list. */
export const WAITS_TOO_LONG = (organisationId: string): string =>
  overLimit(`(SELECT ${firstDayInLimit(organisationId)})`);
