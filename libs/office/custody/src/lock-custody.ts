import { type Action, type Actor, authorizeAction, authorizeReading } from '@patravali/authorization';
import type { FileMove, FileState } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { FileCustody } from './file-custody.entity';
import { stateAfter } from './file-lifecycle';
import { lastMovement } from './register/movements-of-file';

export interface CustodyRequest {
  readonly fileId: string;
  /** What is to be done: asked of the rules, then of the life cycle. */
  readonly move: FileMove;
  /** A further right that the act needs, beyond the move itself: approving a draft, issuing it. */
  readonly action?: Action;
  /** The version that the person was looking at, if they said so. */
  readonly ifMatch?: number | undefined;
}

export interface LockedCustody {
  readonly custody: FileCustody;
  /** The state that the move leads to. */
  readonly state: FileState;
}

/**
 * Locks a file's custody for one act. Refusals come in the order that reveals nothing: may you read it (404), is your
 * version current (412), may you do it (403), does its state allow it (409).
 */
export async function lockCustody(tx: Transaction, actor: Actor, request: CustodyRequest): Promise<LockedCustody> {
  const custody = await tx.lock(FileCustody, { fileId: request.fileId });
  authorizeReading(actor, custody);
  if (request.ifMatch !== undefined && request.ifMatch !== custody.version) throw await staleness(tx, custody);
  authorizeAction(actor, request.action ?? request.move, custody);
  return { custody, state: stateAfter(request.move, custody) };
}

/** Says who has moved the file meanwhile, and when. */
async function staleness(tx: Transaction, custody: FileCustody): Promise<Refusal> {
  const last = await lastMovement(tx, custody);
  if (!last) return new Refusal('changed-meanwhile');
  const { by, kind: movement, to, at } = last;
  return new Refusal('file-moved', { by, movement, to, at, version: custody.version });
}
