import { type Actor, authorize, authorizeReading } from '@patravali/authorization';
import type { ReceiptMove, ReceiptState } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type EntityManager, In, type QueryDeepPartialEntity } from 'typeorm';
import { askWhetherDue, authorizeReadingReceipt } from './due-readers';
import { receiptStateAfter } from './receipt-lifecycle';
import { Receipt } from './receipt.entity';

export interface ReceiptRequest {
  readonly receiptId: string;
  readonly move: ReceiptMove;
  /** The version that the person was looking at, if they said so. */
  readonly ifMatch?: number | undefined;
}

export interface LockedReceipt {
  readonly receipt: Receipt;
  /** The state that the move leads to. */
  readonly state: ReceiptState;
}

/**
 * Locks a receipt for one move. Refusals come in the order that reveals nothing: may you read it (404), is your version
 * current (412), may you do it (403), does its state allow it (409).
 */
export async function lockReceipt(tx: Transaction, actor: Actor, request: ReceiptRequest): Promise<LockedReceipt> {
  const receipt = await lockSeenReceipt(tx, actor, request);
  return { receipt, state: stateAfterMove(actor, request.move, receipt) };
}

/** The first half of it: may you read it (404), is your version current (412). */
export async function lockSeenReceipt(
  tx: Transaction,
  actor: Actor,
  { receiptId, ifMatch }: Pick<ReceiptRequest, 'receiptId' | 'ifMatch'>,
): Promise<Receipt> {
  const receipt = await tx.lock(Receipt, { id: receiptId });
  await authorizeReadingReceipt(tx, actor, receipt);
  if (ifMatch !== undefined && ifMatch !== receipt.version) throw new Refusal('changed-meanwhile');
  return receipt;
}

/** Whether the actor may do it (403) and the receipt's state allows it (409). @returns the state that the move leads to. */
export function stateAfterMove(actor: Actor, move: ReceiptMove, receipt: Receipt): ReceiptState {
  authorizeUnlessPutAway(actor, move, receipt);
  return receiptStateAfter(move, receipt.state);
}

/**
 * These receipts as they lie there: one statement, and nothing is locked.
 * @returns what answers each. @throws Refusal `not-found` from there, for a receipt that the actor may not read.
 */
export async function readReceipts(
  database: EntityManager,
  actor: Actor,
  receiptIds: readonly string[],
): Promise<(receiptId: string) => Receipt> {
  const { organisationId } = actor;
  const found = await database.findBy(Receipt, { organisationId, id: In([...receiptIds]) });
  await askWhetherDue(database, actor, found);
  const receipts = new Map(found.map((receipt) => [receipt.id, receipt]));
  return (receiptId) => {
    const receipt = receipts.get(receiptId);
    if (!receipt) throw new Refusal('not-found');
    authorizeReading(actor, receipt);
    return receipt;
  };
}

/**
 * A receipt that lies in a file, or is closed, has no holder whom the rules could name: what refuses there is the life cycle.
 * Who reopens it is named otherwise.
 */
function authorizeUnlessPutAway(actor: Actor, move: ReceiptMove, receipt: Receipt): void {
  if (receipt.holderPostId !== null || move === 'reopen') authorize(actor, move, receipt);
}

/**
 * Writes the decision into the locked row and counts its version.
 * @returns the new version.
 */
export async function changeReceipt(
  tx: Transaction,
  receipt: Receipt,
  change: QueryDeepPartialEntity<Receipt>,
): Promise<number> {
  const version = receipt.version + 1;
  await tx.update(Receipt, { id: receipt.id }, { ...change, version });
  return version;
}
