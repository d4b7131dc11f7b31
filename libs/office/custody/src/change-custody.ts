import type { Grading } from '@patravali/contract';
import { NOW, type Transaction } from '@patravali/database';
import type { QueryDeepPartialEntity } from 'typeorm';
import { z } from 'zod';
import { startClockWithDesk } from './clock/stops';
import { FileCustody } from './file-custody/file-custody.entity';
import { postsThatHeld } from './file-custody/readers';
import { writeOpening } from './register/file-opening';

export type CustodyChange = QueryDeepPartialEntity<FileCustody>;

/**
 * Writes the decision into the locked row and counts its version. What moves on was not pulled up by this movement, and the
 * clock of the next desk begins.
 * @returns the new version.
 */
export async function changeCustody(tx: Transaction, custody: FileCustody, change: CustodyChange): Promise<number> {
  const version = custody.version + 1;
  await tx.update(
    FileCustody,
    { fileId: custody.fileId },
    {
      ...(change.movements && { pulledUp: false, ...(await startClockWithDesk(tx, custody)) }),
      ...change,
      version,
    },
  );
  custody.version = version;
  return version;
}

/** Counts a reminder to the desk. The version does not count it: the holder is not stopped in what he does. */
export async function countReminder(tx: Transaction, { fileId, reminders }: FileCustody): Promise<void> {
  await tx.update(FileCustody, { fileId }, { reminders: reminders + 1 });
}

/**
 * A note that arrived from another desk is counted. The version does not count it, unless the file comes back from parking with
 * it: the holder is not stopped in what he does.
 */
export async function countNote(
  tx: Transaction,
  custody: FileCustody,
  counts: Pick<FileCustody, 'notes' | 'paragraphs'>,
  back: CustodyChange,
): Promise<void> {
  if (Object.keys(back).length > 0) await changeCustody(tx, custody, { ...counts, ...back });
  else await tx.update(FileCustody, { fileId: custody.fileId }, counts);
}

/**
 * Any act of the holder counts as opening: after it the sender can no longer pull the file back. Notes the opening and
 * answers what the act's own change of the custody row has to say of it.
 */
export async function openingOf(tx: Transaction, custody: FileCustody): Promise<Pick<CustodyChange, 'openedAt'>> {
  if (custody.openedAt) return {};
  await writeOpening(tx, custody.fileId, custody.movements);
  custody.openedAt = new Date();
  return { openedAt: NOW };
}

/** For an act of the holder that changes nothing else in the custody row. */
export async function countAsOpening(tx: Transaction, custody: FileCustody): Promise<void> {
  if (!custody.openedAt) await changeCustody(tx, custody, await openingOf(tx, custody));
}

/**
 * Grades files upwards with the one to which they belong: afterwards those read them who have held them. The version does not count
 * it: whoever has one of them on his desk is not stopped in what he does. The caller has locked them.
 * @returns the ids of those that were graded lower.
 */
export async function gradeTogether(tx: Transaction, fileIds: readonly string[], grading: Grading): Promise<string[]> {
  const graded = await tx.select(
    z.object({ id: z.uuid() }),
    `UPDATE file_custody c SET grading = $3, reader_post_ids = ${postsThatHeld('c.organisation_id', 'c.file_id')}
     WHERE c.organisation_id = $1 AND c.file_id = ANY ($2::uuid[]) AND grading_place(c.grading) < grading_place($3)
     RETURNING c.file_id AS id`,
    [tx.by.organisationId, fileIds, grading],
  );
  return graded.map(({ id }) => id);
}
