import type { Transactions } from '@patravali/database';
import type { EntityManager } from 'typeorm';
import { lockOrganisation } from '../organisation/lock-organisation';
import { Organisation } from '../organisation/organisation.entities';

export const BACKED_UP = 'organisation.backed_up';

/** What a backup holds: the data of its event. */
export interface RecordedBackup {
  /** The moment of its rows: ISO 8601. */
  readonly takenAt: string;
  readonly rows: number;
  readonly documents: number;
  /** Of the log; null when nothing had been published. */
  readonly entries: number | null;
  /** Whether the key of the log is in it. */
  readonly withKey: boolean;
}

/** Notes, after a backup has come to a good end, that there is one. It is itself in the next one. */
export async function recordBackup(
  database: EntityManager,
  transactions: Transactions,
  made: RecordedBackup,
): Promise<void> {
  const data: object = made;
  for (const { id } of await database.find(Organisation, { select: { id: true } })) {
    await transactions.run({ organisationId: id, userId: null, postId: null, capacity: null }, async (tx) => {
      await lockOrganisation(tx);
      await tx.record(BACKED_UP, id, { data });
      return {};
    });
  }
}
