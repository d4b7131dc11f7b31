import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ForwardReceipt as ForwardReceiptRequest, ReceiptChanged, ReceiptState } from '@patravali/contract';
import { readDueDay, refuseUnfitDueDay } from '@patravali/custody';
import { type SqlRunner, Transactions } from '@patravali/database';
import { eachRefusal, type Refusals } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import type { PostOnTheWay, Worked } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { lockSeenReceipt, readReceipts, stateAfterMove } from '../receipt/lock-receipt';
import type { Receipt } from '../receipt/receipt.entity';
import { endsOf, readPosts, type ReceiptEnds, sendReceipt } from './send-receipt';

/**
 * Sends a receipt to another post, with what is asked there, and copies for information to others. To a vacant post is
 * allowed; to oneself is not.
 */
@Injectable()
export class ForwardReceipt {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  /** @throws Refusal of `decideForward`. */
  @Serves('forwardReceipt')
  execute(actor: Actor, receiptId: string, request: ForwardReceiptRequest, ifMatch?: number): Promise<ReceiptChanged> {
    return this.transactions.run(actor, async (tx) => {
      const [receipt, facts] = await Promise.all([
        lockSeenReceipt(tx, actor, { receiptId, ifMatch }),
        readFacts(tx, actor, request),
      ]);
      const { state, ends } = decideForward(facts, actor, receipt, request);
      const asked = { action: request.action, dueOn: request.dueOn ?? null };
      return await sendReceipt(tx, actor, receipt, {
        kind: 'forwarded',
        state,
        ends,
        asked,
        remarks: request.remarks,
        data: asked,
      });
    });
  }

  /** Which of these receipts could not be marked so now, and why. Nothing is changed; as many statements for many receipts as for one. */
  async check(actor: Actor, receiptIds: readonly string[], request: ForwardReceiptRequest): Promise<Refusals> {
    const [receiptOf, facts] = await Promise.all([
      readReceipts(this.database, actor, receiptIds),
      readFacts(this.database, actor, request),
    ]);
    return eachRefusal(receiptIds, (receiptId) => decideForward(facts, actor, receiptOf(receiptId), request));
  }
}

/** What forwarding depends on beside the receipt itself, the same for all that are forwarded so. */
interface ForwardFacts {
  readonly posts: readonly PostOnTheWay[];
  /** What the calendar says of the day; null without one. */
  readonly dueDay: Worked | null;
}

async function readFacts(database: SqlRunner, actor: Actor, request: ForwardReceiptRequest): Promise<ForwardFacts> {
  const [posts, dueDay] = await Promise.all([
    readPosts(database, actor, request),
    readDueDay(database, actor.organisationId, request.dueOn),
  ]);
  return { posts, dueDay };
}

/**
 * The rule of forwarding.
 * @throws Refusal of `endsOf`, `due-date-past`, `due-date-closed`, and what the receipt's state and the rules refuse.
 */
function decideForward(
  { posts, dueDay }: ForwardFacts,
  actor: Actor,
  receipt: Receipt,
  request: ForwardReceiptRequest,
): { readonly state: ReceiptState; readonly ends: ReceiptEnds } {
  const state = stateAfterMove(actor, 'forward', receipt);
  const ends = endsOf(posts, actor, request);
  refuseUnfitDueDay(request.dueOn, dueDay, '#/dueOn');
  return { state, ends };
}
