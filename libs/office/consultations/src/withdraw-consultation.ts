import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, WithdrawConsultation as WithdrawRequest } from '@patravali/contract';
import { changeCustody, type CustodyChange, type FileCustody, lockCustody, openingOf } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { NOT_SET_ASIDE, writeParkingLine } from '@patravali/movement';
import { Serves } from '@patravali/operations';
import { endQuestions, type OpenQuestion, openQuestions } from './question/open-questions';

/** The holder asks no longer: one post, several, or all that have not answered. With it they read nothing any more. */
@Injectable()
export class WithdrawConsultation {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `nobody-consulted` when no opinion is awaited, `consultation-ended` for one that is awaited no longer. */
  @Serves('withdrawConsultation')
  execute(
    actor: Actor,
    fileId: string,
    { reason, consultedIds }: WithdrawRequest,
    ifMatch?: number,
  ): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'withdraw_consultation', ifMatch });
      const open = await openQuestions(tx, custody);
      const ended = consultedIds ? chosen(open, consultedIds) : open;
      if (ended.length === 0) throw new Refusal('nobody-consulted');
      const back = ended.length === open.length ? await waitsNoLonger(tx, actor, custody) : {};
      const version = await changeCustody(tx, custody, { ...(await openingOf(tx, custody)), ...back });
      const ids = ended.map(({ id }) => id);
      await endQuestions(tx, actor, ids, { state: 'withdrawn', reason });
      await tx.record('consultation.withdrawn', fileId, {
        reason,
        data: { posts: ended.map(({ marking }) => marking), consulted: ended.map(({ postId }) => postId) },
      });
      return { id: fileId, version };
    });
  }
}

function chosen(open: readonly OpenQuestion[], ids: readonly string[]): OpenQuestion[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))].map((wanted) => {
    const found = open.find(({ id }) => id === wanted);
    if (!found) throw new Refusal('consultation-ended', { state: null });
    return found;
  });
}

/** What was parked for an answer that will not come is taken up. */
async function waitsNoLonger(tx: Transaction, actor: Actor, custody: FileCustody): Promise<CustodyChange> {
  if (custody.state !== 'parked' || custody.parkedFor !== 'consultation_answered') return {};
  await writeParkingLine(tx, actor, custody.fileId, { kind: 'taken_up' });
  return { state: 'on_desk', ...NOT_SET_ASIDE };
}
