import { type Action, type Actor, authorizeAction, authorizeReading } from '@patravali/authorization';
import type { FileMove, FileState } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type EntityManager, In } from 'typeorm';
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
  return { custody, state: stateAfterAct(actor, request, custody) };
}

/** Whether the actor may do it (403) and the file's state allows it (409). @returns the state that the move leads to. */
function stateAfterAct(actor: Actor, { move, action }: Pick<CustodyRequest, 'move' | 'action'>, custody: FileCustody) {
  authorizeAction(actor, action ?? move, custody);
  return stateAfter(move, custody);
}

/**
 * The same questions of a file that is only looked at, in the version in which it lies there.
 * @param custody what was found; a file that is not there is as one that may not be read.
 */
export function refuseAct(
  actor: Actor,
  request: Pick<CustodyRequest, 'move' | 'action'>,
  custody: FileCustody | undefined,
): FileCustody {
  if (!custody) throw new Refusal('not-found');
  authorizeReading(actor, custody);
  stateAfterAct(actor, request, custody);
  return custody;
}

/** The custody of these files, by their ids, as far as they are of the actor's organisation. Nothing is locked. */
export async function custodyOf(
  database: EntityManager,
  { organisationId }: Actor,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, FileCustody>> {
  const found = await database.findBy(FileCustody, { organisationId, fileId: In([...fileIds]) });
  return new Map(found.map((custody) => [custody.fileId, custody]));
}

/** Says who has moved the file meanwhile, and when. */
async function staleness(tx: Transaction, custody: FileCustody): Promise<Refusal> {
  const last = await lastMovement(tx, custody);
  if (!last) return new Refusal('changed-meanwhile');
  const { by, kind: movement, to, at } = last;
  return new Refusal('file-moved', { by, movement, to, at, version: custody.version });
}
