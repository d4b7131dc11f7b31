import { type Action, type Actor, authorize, authorizeReading } from '@patravali/authorization';
import type { FileMove } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { FileCustody } from './file-custody.entity';
import { stateAfter } from './file-lifecycle';

export interface CustodyRequest {
  readonly fileId: string;
  /** What is to be done: asked of the rules, then of the life cycle. */
  readonly move: FileMove;
  /** A further right that the act needs, beyond the move itself: approving a draft, issuing it. */
  readonly action?: Action;
  /** The version that the person was looking at, if they said so. */
  readonly ifMatch?: number | undefined;
}

/**
 * Locks a file's custody for one act. Refusals come in the order that reveals nothing: may you read it (404), is your
 * version current (412), may you do it (403), does its state allow it (409).
 */
export async function lockCustody(tx: Transaction, actor: Actor, request: CustodyRequest): Promise<FileCustody> {
  const custody = await tx.lock(FileCustody, { fileId: request.fileId });
  authorizeReading(actor, custody);
  if (request.ifMatch !== undefined && request.ifMatch !== custody.version) throw await staleness(tx, custody);
  authorize(actor, request.action ?? request.move, custody);
  stateAfter(request.move, custody.state);
  return custody;
}

/** Says who has moved the file meanwhile, and when. */
async function staleness(tx: Transaction, custody: FileCustody): Promise<Refusal> {
  const [last] = await tx.query<{ by: string; kind: string; at: Date; to: string | null }>(
    `SELECT by.marking AS by, m.kind, m.at, target.marking AS to
     FROM movement m JOIN post by ON by.id = m.by_post_id LEFT JOIN post target ON target.id = m.to_post_id
     WHERE m.organisation_id = $1 AND m.file_id = $2 ORDER BY m.sequence DESC LIMIT 1`,
    [custody.organisationId, custody.fileId],
  );
  if (!last) return new Refusal('changed-meanwhile');
  return new Refusal('file-moved', {
    by: last.by,
    movement: last.kind,
    to: last.to,
    at: last.at.toISOString(),
    version: custody.version,
  });
}
