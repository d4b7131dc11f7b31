import { OVERLAP_MS } from '@patravali/ledger';

/** Where a reader of the changes stands: what the database had committed when it last looked, and when that was. */
export interface HintPlace {
  readonly snapshot: string;
  readonly at: string;
}

const SNAPSHOT = /^\d{1,20}:\d{1,20}:[\d,]*$/;
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;
const APART = '/';
/** Who was away longer is told that anything may have changed: so long nobody searches the events of the office for. */
const LONGEST_ABSENCE_MS = 5 * 60_000;
/** A page has asked for its answers some moments before it listens. */
const BEFORE_LISTENING_MS = 5_000;

/** As the id of an event, which a browser that comes back says. */
export const idOfPlace = ({ snapshot, at }: HintPlace): string => `${at}${APART}${snapshot}`;

/** What such an id says; undefined when it is none, or too old. */
export function readPlace(id: string, now = Date.now()): HintPlace | undefined {
  const [at = '', snapshot = '', more] = id.split(APART);
  if (more !== undefined || !TIME.test(at) || !SNAPSHOT.test(snapshot)) return undefined;
  return Math.abs(ageOf({ at }, now)) < LONGEST_ABSENCE_MS ? { snapshot, at } : undefined;
}

/** How long ago that look was, in milliseconds. PostgreSQL leaves the minutes of an offset out where they are none. */
export const ageOf = ({ at }: Pick<HintPlace, 'at'>, now = Date.now()): number =>
  now - Date.parse(at.replace(/([+-]\d\d)$/, '$1:00'));

/** The place of somebody who comes for the first time: nothing was committed before it, and only the last moments count. */
export function justBefore(now = Date.now()): HintPlace {
  return { snapshot: NOTHING_COMMITTED, at: new Date(now + OVERLAP_MS - BEFORE_LISTENING_MS).toISOString() };
}

const NOTHING_COMMITTED = '3:3:';
