import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { AwaitedReplies, AwaitedReply } from '@patravali/contract';
import { answeredAtPage } from '@patravali/correspondence';
import { CUSTODY, joinCustody, mayReadFile } from '@patravali/custody';
import { Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { numberOnLetter } from './register/issue-rows';
import { RECIPIENTS } from './register/recipients';

/** Those of whom the letter `i` asks a reply, as `n`. */
const ASKED = `FROM ${RECIPIENTS} WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id
  AND NOT n.as_copy AND n.withheld_at IS NULL`;
const ANSWERED_AT = answeredAtPage('n.organisation_id', 'n.issue_id', 'n.position');

/** The letter `i` asked for a reply by a day, and somebody has not sent his. */
const AWAITS_REPLY = `(i.state = 'issued' AND i.reply_by IS NOT NULL AND EXISTS (SELECT ${ASKED} AND ${ANSWERED_AT} IS NULL))`;

/** The letters of which a reply did not come by its day, as `i`, with the custody `c` of their files. */
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
  addressees: `(SELECT jsonb_agg(jsonb_build_object('recipient', n.position, 'addressee', n.addressee,
    'answeredAt', ${ANSWERED_AT}) ORDER BY n.position) ${ASKED})`,
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
