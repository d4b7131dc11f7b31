import { type CallBookCause, ParkingLine, type ParkingEvent, type ParkingLineKind } from '@patravali/contract';
import type { CustodyChange } from '@patravali/custody';
import { type Principal, projection, type Transaction } from '@patravali/database';
import { actorRef } from '@patravali/organisation';

export interface NewParkingLine {
  readonly kind: ParkingLineKind;
  readonly untilOn?: string | null;
  readonly untilEvent?: ParkingEvent | null;
  readonly cause?: CallBookCause;
  readonly remarks?: string | undefined;
}

/** Writes one line of how a file was set aside or taken up; the database numbers it. The custody lock is held. */
export async function writeParkingLine(
  tx: Transaction,
  { organisationId, userId, postId, capacity }: Principal,
  fileId: string,
  { kind, untilOn = null, untilEvent = null, cause, remarks }: NewParkingLine,
): Promise<void> {
  await tx.execute(
    `INSERT INTO parking_line (organisation_id, file_id, kind, by_user_id, by_post_id, capacity, until_on, until_event, cause, remarks)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [organisationId, fileId, kind, userId, postId, capacity, untilOn, untilEvent, cause ?? null, remarks ?? null],
  );
}

/** What custody says of a file that is set aside no longer. */
export const NOT_SET_ASIDE = { parkedUntil: null, parkedFor: null, reviewOn: null } as const satisfies CustodyChange;

export const PARKING_LINES = 'parking_line r';

export const PARKING_LINE = projection(ParkingLine, {
  sequence: 'r.sequence',
  kind: 'r.kind',
  by: actorRef('r.by_user_id', 'r.by_post_id', 'r.capacity'),
  at: 'r.at',
  untilOn: 'r.until_on',
  untilEvent: 'r.until_event',
  cause: 'r.cause',
  remarks: 'r.remarks',
});

/** How the file of custody `c` was set aside, as JSON; null of one that is not. */
export const PARKING_OF_FILE = `CASE WHEN c.state IN ('parked', 'in_call_book') THEN (SELECT ${PARKING_LINE.json}
  FROM ${PARKING_LINES} WHERE r.organisation_id = c.organisation_id AND r.file_id = c.file_id
  ORDER BY r.sequence DESC LIMIT 1) END`;
