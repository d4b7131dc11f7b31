import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { answerRecall, lockCustody, openRecall } from '@patravali/custody';
import type { Transaction } from '@patravali/database';

interface EndOfRecall {
  readonly fileId: string;
  readonly move: 'refuse_recall' | 'withdraw_recall';
  readonly outcome: 'refused' | 'withdrawn';
  readonly reason?: string;
  readonly ifMatch: number | undefined;
}

/** The request for the file ends, and the file stays where it is. */
export async function endRecall(
  tx: Transaction,
  actor: Actor,
  { fileId, move, outcome, reason, ifMatch }: EndOfRecall,
): Promise<FileChanged> {
  const { custody } = await lockCustody(tx, actor, { fileId, move, ifMatch });
  const recall = await openRecall(tx, custody);
  await answerRecall(tx, actor, recall, outcome, reason);
  await tx.record(`file.recall_${outcome}`, fileId, {
    reason,
    relatedId: recall.id,
    data: { movement: custody.movements, toPostId: recall.askedByPostId },
  });
  return { id: fileId, version: custody.version };
}
