import type { StopClock, StopReason } from '@patravali/contract';
import type { Principal, Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { QueryDeepPartialEntity } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { FileCustody } from '../file-custody/file-custody.entity';
import { ClockStop } from './clock-stop.entity';

type ClockChange = Pick<QueryDeepPartialEntity<FileCustody>, 'clockFrom' | 'clockStoppedOn' | 'clockStoppedFor'>;

const TODAY = () => 'india_today()';
const RUNS = { clockStoppedOn: null, clockStoppedFor: null } as const;

/** From when on the days of a desk count that has had the file for so many: the columns are those of `file_custody`. */
const countedFrom = (days: string) =>
  `COALESCE(working_day_back(organisation_id, india_today(), ${days}) - 1, india_today())`;

/** What a change of custody says when the file is back on the desk of whoever sent it last: the days there go on. */
export const CLOCK_BEFORE_SENDING = () =>
  countedFrom(`(SELECT m.kept_days FROM movement m
  WHERE m.organisation_id = file_custody.organisation_id AND m.file_id = file_custody.file_id AND m.sequence = file_custody.movements)`);

/**
 * Stops the clock of the desk. Answers what the act's own change of the custody row has to say of it; the caller holds the lock.
 * @throws Refusal `clock-stopped` when it stands still already.
 */
export async function stopClock(
  tx: Transaction,
  { fileId, organisationId, movements, clockStoppedFor }: FileCustody,
  { reason, evidence }: { readonly reason: StopReason; readonly evidence: StopClock['evidence'] | OfToday },
): Promise<ClockChange> {
  if (clockStoppedFor) throw new Refusal('clock-stopped', { reason: clockStoppedFor });
  const { userId, postId, capacity } = actorOf(tx.by);
  await tx.insert(ClockStop, {
    id: uuidv7(),
    organisationId,
    fileId,
    movementSequence: movements,
    reason,
    evidenceKind: evidence.kind,
    evidenceNumber: evidence.kind === 'words' ? null : evidence.number,
    evidenceWords: evidence.kind === 'words' ? evidence.words : null,
    evidenceOn: evidence.kind === 'words' ? (evidence.on ?? TODAY) : null,
    stoppedByUserId: userId,
    stoppedByPostId: postId,
    stoppedCapacity: capacity,
  });
  return { clockStoppedOn: TODAY, clockStoppedFor: reason };
}

/** Words whose day is today. */
interface OfToday {
  readonly kind: 'words';
  readonly words: string;
  readonly on: null;
}

/** Starts it again, if it stands still: what was counted before is counted on. */
export async function startClock(tx: Transaction, custody: FileCustody): Promise<ClockChange> {
  if (!custody.clockStoppedOn) return {};
  await endStop(tx, custody);
  return { ...RUNS, clockFrom: () => countedFrom('working_days(organisation_id, clock_from, clock_stopped_on)') };
}

/** What every movement says: the clock of the next desk begins, and none stands still. */
export async function startClockWithDesk(tx: Transaction, custody: FileCustody): Promise<ClockChange> {
  if (!custody.clockStoppedOn) return { clockFrom: TODAY };
  await endStop(tx, custody);
  return { ...RUNS, clockFrom: TODAY };
}

async function endStop(tx: Transaction, { organisationId, fileId }: FileCustody): Promise<void> {
  const { userId, postId, capacity } = actorOf(tx.by);
  await tx.execute(
    `UPDATE clock_stop SET started_on = india_today(), started_at = office_now(), started_by_user_id = $3,
       started_by_post_id = $4, started_capacity = $5
     WHERE organisation_id = $1 AND file_id = $2 AND started_at IS NULL`,
    [organisationId, fileId, userId, postId, capacity],
  );
}

function actorOf({ userId, postId, capacity }: Principal) {
  if (!userId || !postId || !capacity) throw new Error('Only a person on a post stops a clock or starts it');
  return { userId, postId, capacity };
}
