import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONSULTED, QUESTION, QUESTIONS, questionsTo } from '@patravali/consultations';
import { DeskItem, type DeskKind, type DeskQuery, type PageRows, prepares } from '@patravali/contract';
import { askedOfDesk, CUSTODY, DESK, DESK_ORDERS, onDesk, whatAssistantsRead } from '@patravali/custody';
import { COPIES, mayReadReceipt, RECEIPT_ROW, RECEIPTS, receipts } from '@patravali/dak';
import { pageByKey, Parameters, projection } from '@patravali/database';
import { FILES } from '@patravali/files';
import { LETTER_TO_SIGN, LETTERS_TO_SIGN, lettersToSign, UNSIGNED_LETTERS } from '@patravali/letters';
import { DISCUSSIONS, discussionsOf } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { discussionRow, DISCUSSIONS_ON_FILES } from './discussion-box';
import { firstOnDesk, INBOX_ROW } from './first-on-desk';
import { COPIED_RECEIPT } from './receipt-box';

/** What waits for the acting post, of every kind in one list: what is pinned first, and what keeps waiting. */
@Injectable()
export class ListDesk {
  constructor(private readonly database: EntityManager) {}

  /** One statement a page: the narrow rows are listed, and only those of the page are looked up. */
  @Serves('listDesk')
  execute(actor: Actor, query: DeskQuery): Promise<PageRows<DeskItem>> {
    const parameters = new Parameters();
    const where = [
      ...onDesk(actor, parameters, query.kind),
      `(e.user_id IS NULL OR e.user_id = ${parameters.bind(actor.userId)})`,
      ...readOnDesk(actor, parameters),
      ...askedOfDesk(actor, query, parameters),
    ];
    const order = DESK_ORDERS[query.order];
    const first = firstOnDesk(actor, query.order, parameters);
    const list = { projection: deskItem(actor, parameters), source: DESK, where, parameters, order, id: 'e.id', first };
    return pageByKey(this.database, list, query);
  }
}

/** Of each kind what the person may read: conditions on `e`. Files and receipts on his own desk he may, if he is no assistant. */
function readOnDesk(actor: Actor, parameters: Parameters): string[] {
  const ofKind = (kind: DeskKind, source: string, conditions: readonly string[]) =>
    conditions.length === 0
      ? []
      : [`(e.kind <> '${kind}' OR EXISTS (SELECT FROM ${source} WHERE ${conditions.join(' AND ')}))`];
  const letters = prepares(actor.capacity) ? ['r.id = e.id', mayReadReceipt(actor, parameters)] : [];
  const files = whatAssistantsRead(actor, parameters).flatMap((read) => ['c.file_id = e.id', read]);
  return [
    ...ofKind('file', CUSTODY, files),
    ...ofKind('receipt', RECEIPTS, letters),
    ...ofKind('copy', RECEIPTS, letters),
    ...ofKind('letter', UNSIGNED_LETTERS, ['i.id = e.id', ...lettersToSign(actor, parameters)]),
    ...ofKind('question', CONSULTED, ['p.id = e.id', ...questionsTo(actor, parameters)]),
    ...ofKind('discussion', DISCUSSIONS, ['r.id = e.id', ...discussionsOf(actor, parameters)]),
  ];
}

function deskItem(actor: Actor, parameters: Parameters) {
  const item = (kind: DeskKind, row: { readonly json: string }, source: string, where: string) =>
    `CASE e.kind WHEN '${kind}' THEN (SELECT ${row.json} FROM ${source} WHERE ${where}) END`;
  const copies = `${COPIES.source} JOIN (${receipts(actor, parameters)}) ON r.id = ${COPIES.receipt}`;
  return projection(DeskItem, {
    kind: 'e.kind',
    id: 'e.id',
    file: item('file', INBOX_ROW, FILES, 'c.file_id = e.id'),
    receipt: item('receipt', RECEIPT_ROW, receipts(actor, parameters), 'r.id = e.id'),
    copy: item('copy', COPIED_RECEIPT, copies, 'k.receipt_id = e.id AND k.post_id = e.post_id'),
    letter: item('letter', LETTER_TO_SIGN, LETTERS_TO_SIGN, 'i.id = e.id AND g.post_id = e.post_id'),
    question: item('question', QUESTION, QUESTIONS, 'p.id = e.id'),
    discussion: item(
      'discussion',
      discussionRow(actor, parameters),
      DISCUSSIONS_ON_FILES,
      't.user_id = e.user_id AND t.post_id = e.post_id AND r.id = e.id',
    ),
  });
}
