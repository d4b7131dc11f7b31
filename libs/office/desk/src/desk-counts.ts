import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONSULTED, questionsTo } from '@patravali/consultations';
import { DeskCounts } from '@patravali/contract';
import { CUSTODY, inCallBook, joinCustody, ON_DESK, onDesk, parkedBy, REVIEW_OVERDUE } from '@patravali/custody';
import { COPIES, copiesOf, RECEIPTS, receiptsOnDesk, UNREAD_RECEIPT, UNSEEN_COPY } from '@patravali/dak';
import { Parameters, projection, select } from '@patravali/database';
import { stuckFor, stuckLetters, TO_DISPATCH } from '@patravali/dispatch';
import { DRAFTS_WITH_CUSTODY, draftsOnDesk } from '@patravali/drafts';
import { dispatchFilter, ISSUES, issuesOf, lettersToSign, UNSIGNED_LETTERS } from '@patravali/letters';
import { FOLLOW_UP_NEWS, FOLLOWED, followedBy } from '@patravali/movement';
import { discussionsOf, UNANSWERED } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

/** A count stops here: nobody reads the difference between a thousand and two thousand. */
const ENOUGH = 1000;

const COPIED = `${COPIES.source} JOIN ${RECEIPTS} ON r.id = ${COPIES.receipt}`;
const FOLLOW_UP = `${FOLLOWED.source} ${joinCustody(FOLLOWED.file)}`;

/** The numbers beside the boxes of a desk: one statement, each count on its own index and stopped at "enough". */
@Injectable()
export class DeskCountsQuery {
  constructor(private readonly database: EntityManager) {}

  @Serves('getDesk')
  async execute(actor: Actor): Promise<DeskCounts> {
    const parameters = new Parameters();
    const files = onDesk(actor, parameters);
    const receipts = receiptsOnDesk(actor, parameters);
    const toDispatch = [issuesOf(actor, parameters), TO_DISPATCH, dispatchFilter(actor.ability, parameters)];
    const callBook = inCallBook(actor, parameters);
    const followed = followedBy(actor, parameters);
    const counts = projection(DeskCounts, {
      inbox: counted(CUSTODY, files),
      unread: counted(CUSTODY, [...files, ON_DESK.unread]),
      late: counted(CUSTODY, [...files, ON_DESK.late]),
      dueThisWeek: counted(CUSTODY, [...files, ON_DESK.dueThisWeek]),
      receipts: counted(RECEIPTS, receipts),
      unreadReceipts: counted(RECEIPTS, [...receipts, UNREAD_RECEIPT]),
      unseenCopies: counted(COPIED, [...copiesOf(actor, parameters), UNSEEN_COPY]),
      drafts: counted(DRAFTS_WITH_CUSTODY, draftsOnDesk(actor, parameters)),
      toSign: counted(UNSIGNED_LETTERS, lettersToSign(actor, parameters)),
      toDispatch: counted(ISSUES, toDispatch),
      stuck: counted(stuckLetters(actor, parameters), stuckFor(actor, parameters)),
      discussions: counted(UNANSWERED.source, [...discussionsOf(actor, parameters), UNANSWERED.filter]),
      questions: counted(CONSULTED, questionsTo(actor, parameters)),
      backFromParking: counted(CUSTODY, [...files, ON_DESK.backFromParking]),
      parked: counted(CUSTODY, parkedBy(actor, parameters)),
      followUp: counted(FOLLOW_UP, followed),
      followUpNews: counted(FOLLOW_UP, [...followed, FOLLOW_UP_NEWS]),
      callBook: counted(CUSTODY, callBook),
      reviewsOverdue: counted(CUSTODY, [...callBook, REVIEW_OVERDUE]),
    });
    const [found] = await select(this.database, counts.row, `SELECT ${counts.columns}`, parameters.values);
    if (!found) throw new Error('The desk was not counted');
    return found;
  }
}

function counted(source: string, where: readonly string[]): string {
  return `(SELECT count(*)::int FROM (SELECT 1 FROM ${source} WHERE ${where.join(' AND ')} LIMIT ${ENOUGH}) counted)`;
}
