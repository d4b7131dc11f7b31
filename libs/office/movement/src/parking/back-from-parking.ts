import type { Actor } from '@patravali/authorization';
import type { ParkingEvent } from '@patravali/contract';
import type { CustodyChange, FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { NOT_SET_ASIDE, writeParkingLine } from './parking-lines';

/**
 * Something has happened to a file for which it may have been parked: then it is on the desk again. Answers what the act's own
 * change of the custody row has to say of it; the act holds the lock and records the event.
 */
export async function backFromParking(
  tx: Transaction,
  actor: Actor,
  { fileId, state, parkedFor }: FileCustody,
  event: ParkingEvent,
): Promise<CustodyChange> {
  if (state !== 'parked' || parkedFor !== event) return {};
  await writeParkingLine(tx, actor, fileId, { kind: event });
  return { state: 'on_desk', ...NOT_SET_ASIDE, backFromParking: event };
}

/** For the event of the act that brought the file back: that it is back from parking, if it is. */
export const returnInEvent = ({ backFromParking: how }: CustodyChange) => (how ? { backFromParking: how } : {});
