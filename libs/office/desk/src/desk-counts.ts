import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONSULTED, questionsTo } from '@patravali/consultations';
import { DeskCounts, prepares } from '@patravali/contract';
import { DESK, DESK_FILES, filesOnDesk, joinCustody, keepsWaiting, ON_DESK } from '@patravali/custody';
import { COPIES, copiesOf, DESK_RECEIPTS, RECEIPTS, receiptsOnDesk, UNSEEN_COPY } from '@patravali/dak';
import { Parameters, projection, select } from '@patravali/database';
import { stuckFor, stuckLetters, TO_DISPATCH } from '@patravali/dispatch';
import { DRAFTS_OF_DESKS, draftsOnDesk } from '@patravali/drafts';
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
    // What an assistant may not read is not counted for him.
    const [fileSource, receiptSource] = prepares(actor.capacity) ? [DESK_FILES, DESK_RECEIPTS] : [DESK, DESK];
    const files = filesOnDesk(actor, parameters);
    const receipts = receiptsOnDesk(actor, parameters);
    const toDispatch = [issuesOf(actor, parameters), TO_DISPATCH, dispatchFilter(actor.ability, parameters)];
    const callBook = filesOnDesk(actor, parameters, 'call_book');
    const followed = followedBy(actor, parameters);
    const counts = projection(DeskCounts, {
      inbox: counted(fileSource, files),
      unread: counted(fileSource, [...files, ON_DESK.unread]),
      late: counted(fileSource, [...files, keepsWaiting(parameters.bind(actor.organisationId))]),
      dueThisWeek: counted(fileSource, [...files, ON_DESK.dueThisWeek]),
      receipts: counted(receiptSource, receipts),
      unreadReceipts: counted(receiptSource, [...receipts, ON_DESK.unread]),
      unseenCopies: counted(COPIED, [...copiesOf(actor, parameters), UNSEEN_COPY]),
      drafts: counted(DRAFTS_OF_DESKS, draftsOnDesk(actor, parameters)),
      toSign: counted(UNSIGNED_LETTERS, lettersToSign(actor, parameters)),
      toDispatch: counted(ISSUES, toDispatch),
      stuck: counted(stuckLetters(actor, parameters), stuckFor(actor, parameters)),
      discussions: counted(UNANSWERED.source, [...discussionsOf(actor, parameters), UNANSWERED.filter]),
      questions: counted(CONSULTED, questionsTo(actor, parameters)),
      backFromParking: counted(DESK_FILES, [...files, ON_DESK.backFromParking]),
      parked: counted(fileSource, filesOnDesk(actor, parameters, 'parked')),
      followUp: counted(FOLLOW_UP, followed),
      followUpNews: counted(FOLLOW_UP, [...followed, FOLLOW_UP_NEWS]),
      callBook: counted(fileSource, callBook),
      reviewsOverdue: counted(fileSource, [...callBook, ON_DESK.overdue]),
    });
    const [found] = await select(this.database, counts.row, `SELECT ${counts.columns}`, parameters.values);
    if (!found) throw new Error('The desk was not counted');
    return found;
  }
}

function counted(source: string, where: readonly string[]): string {
  return `(SELECT count(*)::int FROM (SELECT 1 FROM ${source} WHERE ${where.join(' AND ')} LIMIT ${ENOUGH}) counted)`;
}
