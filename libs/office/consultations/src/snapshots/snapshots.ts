import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { EntityManager } from 'typeorm';
import { Consultation } from '../question/consultation.entity';
import type { MakeSnapshotJob } from './make-snapshot-queue';

/** The question whose snapshot is to be made; null when it is there. */
export async function snapshotToMake(
  database: EntityManager,
  { organisationId, id }: MakeSnapshotJob,
): Promise<Consultation | null> {
  const consultation = await database.findOneBy(Consultation, { organisationId, id });
  return consultation?.snapshot === 'ready' ? null : consultation;
}

/**
 * The snapshot is there, and final from now on. The caller holds the custody lock of the file.
 * @throws Refusal `changed-meanwhile` when another worker was faster.
 */
export async function snapshotMade(tx: Transaction, { id }: Consultation, documentId: string): Promise<void> {
  const { snapshot } = await tx.lock(Consultation, { id });
  if (snapshot === 'ready') throw new Refusal('changed-meanwhile');
  await tx.update(Consultation, { id }, { snapshot: 'ready', documentId });
}

/** It could not be made, and will not be tried again. */
export async function snapshotFailed(database: EntityManager, { organisationId, id }: Consultation): Promise<void> {
  await database.query(
    `UPDATE consultation SET snapshot = 'failed' WHERE organisation_id = $1 AND id = $2 AND snapshot = 'waiting'`,
    [organisationId, id],
  );
}
