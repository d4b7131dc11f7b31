import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { AwaitedReplies, AwaitedReply } from '@patravali/contract';
import { isAnswered } from '@patravali/correspondence';
import { CUSTODY, joinCustody, mayReadFile } from '@patravali/custody';
import { Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { numberOnLetter } from './register/issue-rows';

/** The letter `i` asked for a reply by a day, and none has come. */
const AWAITS_REPLY = `(i.state = 'issued' AND i.reply_by IS NOT NULL AND NOT ${isAnswered('i.organisation_id', 'i.id')})`;

/** The letters whose reply did not come by its day, as `i`, with the custody `c` of their files. */
export const UNANSWERED_LETTERS = {
  source: `issue i ${joinCustody('i.file_id')}`,
  filter: `${AWAITS_REPLY} AND i.reply_by < india_today()`,
  day: 'i.reply_by',
} as const;

const AWAITED = projection(AwaitedReply, {
  issueId: 'i.id',
  number: numberOnLetter('i'),
  issuedOn: 'i.issued_on',
  subject: 'i.subject',
  addressee: 'i.addressee',
  replyBy: 'i.reply_by',
  overdue: 'i.reply_by < india_today()',
});

/** Whose replies a file awaits: of an overdue one a reminder is proposed. One statement. */
@Injectable()
export class ListAwaitedReplies {
  constructor(private readonly database: EntityManager) {}

  /** The most overdue first. @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listAwaitedReplies')
  async execute(actor: Actor, fileId: string): Promise<AwaitedReplies> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const [found] = await select(
      this.database,
      AwaitedReplies,
      `SELECT COALESCE((SELECT jsonb_agg(${AWAITED.json} ORDER BY i.reply_by, i.issued_at, i.id) FROM issue i
         WHERE i.organisation_id = c.organisation_id AND i.file_id = c.file_id AND ${AWAITS_REPLY}), '[]') AS items
       FROM ${CUSTODY} WHERE c.file_id = ${bind(fileId)} AND ${mayReadFile(actor, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return found;
  }
}
