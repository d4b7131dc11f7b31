import type { Actor } from '@patravali/authorization';
import type { RecallOutcome } from '@patravali/contract';
import { NOW, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { FileCustody } from '../file-custody/file-custody.entity';
import { FileRecall } from './file-recall.entity';

const OPEN = z.object({ id: z.uuid(), askedByPostId: z.uuid() });
export type OpenRecall = z.infer<typeof OPEN>;

/** The request for this file that waits for an answer. */
async function findOpen(tx: Transaction, { organisationId, fileId, movements }: FileCustody) {
  const [open] = await tx.select(
    OPEN,
    `SELECT q.id, q.asked_by_post_id AS "askedByPostId" FROM file_recall q
     WHERE q.organisation_id = $1 AND q.file_id = $2 AND q.movement_sequence = $3 AND q.outcome IS NULL`,
    [organisationId, fileId, movements],
  );
  return open;
}

/** @throws Refusal `no-recall` when nobody waits for an answer. */
export async function openRecall(tx: Transaction, custody: FileCustody): Promise<OpenRecall> {
  const open = await findOpen(tx, custody);
  if (!open) throw new Refusal('no-recall');
  return open;
}

/** The caller holds the custody lock. @returns its id. @throws Refusal `recall-asked` while one waits for an answer. */
export async function askRecall(tx: Transaction, actor: Actor, custody: FileCustody, reason: string): Promise<string> {
  if (await findOpen(tx, custody)) throw new Refusal('recall-asked');
  const id = uuidv7();
  await tx.insert(FileRecall, {
    id,
    organisationId: custody.organisationId,
    fileId: custody.fileId,
    movementSequence: custody.movements,
    askedByUserId: actor.userId,
    askedByPostId: actor.postId,
    askedCapacity: actor.capacity,
    reason,
  });
  return id;
}

/** Answers it for good. */
export async function answerRecall(
  tx: Transaction,
  actor: Actor,
  { id }: OpenRecall,
  outcome: RecallOutcome,
  reason?: string,
): Promise<void> {
  await tx.update(
    FileRecall,
    { id },
    {
      outcome,
      answeredByUserId: actor.userId,
      answeredByPostId: actor.postId,
      answeredCapacity: actor.capacity,
      answeredAt: NOW,
      answerReason: reason ?? null,
    },
  );
}
