import { type Action, type Actor, authorizeAction, authorizeReading } from '@patravali/authorization';
import { type FileMove, type FileState, markingInBoth, prepares } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type EntityManager, In } from 'typeorm';
import { FileCustody } from './file-custody/file-custody.entity';
import { askWhetherDue } from './file-custody/readable-files';
import { stateAfter } from './file-custody/file-lifecycle';
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
  const custody = await lockSeenCustody(tx, actor, request);
  return { custody, state: stateAfterAct(actor, request, custody) };
}

/** The first half of it, for an act with a rule of its own that asks the second: may you read it (404), is your version current (412). */
export async function lockSeenCustody(
  tx: Transaction,
  actor: Actor,
  { fileId, ifMatch }: Pick<CustodyRequest, 'fileId' | 'ifMatch'>,
): Promise<FileCustody> {
  const locked = await tx.lock(FileCustody, { fileId });
  await askWhetherDue(tx, actor, [locked]);
  const custody = seenCustody(actor, locked);
  if (ifMatch !== undefined && ifMatch !== custody.version) throw await staleness(tx, custody);
  return custody;
}

/** @param custody what was found. @throws Refusal `not-found` also for a file that the actor may not read. */
export function seenCustody(actor: Actor, custody: FileCustody | null | undefined): FileCustody {
  if (!custody) throw new Refusal('not-found');
  authorizeReading(actor, custody);
  return custody;
}

/** Whether the actor may do it (403) and the file's state allows it (409). @returns the state that the move leads to. */
export function stateAfterAct(
  actor: Actor,
  { move, action }: Pick<CustodyRequest, 'move' | 'action'>,
  custody: FileCustody,
): FileState {
  if (!actor.ability.can(action ?? move, custody)) refuseTakingFromOneself(actor, move, custody);
  authorizeAction(actor, action ?? move, custody);
  return stateAfter(move, custody);
}

/** By these a file comes back from another desk. */
const TAKING_BACK: readonly FileMove[] = ['pull_back', 'ask_recall', 'withdraw_recall', 'pull_up'];

/** Whoever has the file already is told so. @throws Refusal `not-allowed`. */
function refuseTakingFromOneself(
  { capacity, postId, post, absence }: Actor,
  move: FileMove,
  custody: FileCustody,
): void {
  if (!TAKING_BACK.includes(move) || custody.holderPostId !== postId || prepares(capacity) || absence) return;
  throw new Refusal('not-allowed', { post: markingInBoth(post), action: move, because: 'own-desk' });
}

/**
 * The custody of these files as they lie there: one statement, and nothing is locked.
 * @returns what answers that of each. @throws Refusal `not-found` from there, for a file that the actor may not read.
 */
export async function readCustodies(
  database: EntityManager,
  actor: Actor,
  fileIds: readonly string[],
): Promise<(fileId: string) => FileCustody> {
  const { organisationId } = actor;
  const found = await database.findBy(FileCustody, { organisationId, fileId: In([...fileIds]) });
  await askWhetherDue(database, actor, found);
  const custodies = new Map(found.map((custody) => [custody.fileId, custody]));
  return (fileId) => seenCustody(actor, custodies.get(fileId));
}

/** Says who has moved the file meanwhile, and when. */
async function staleness(tx: Transaction, custody: FileCustody): Promise<Refusal> {
  const last = await lastMovement(tx, custody);
  if (!last) return new Refusal('changed-meanwhile');
  const { by, kind: movement, to, at } = last;
  return new Refusal('file-moved', { by, movement, to, at, version: custody.version });
}
