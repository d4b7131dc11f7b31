import {
  ALL_SIGNED,
  confirmFilter,
  dispatchBranches,
  dispatchFilter,
  IS_WITHDRAWN,
  LETTERS,
  numberOnLetter,
  RECIPIENTS,
  REGISTER,
  SIGNED_LAST,
  UNSTAMPED_LETTERS,
} from '@patravali/letters';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type PageQuery, type PageRows, StuckLetter } from '@patravali/contract';
import { isOnDesk, mayReadFile } from '@patravali/custody';
import { pageByKey, Parameters, projection } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { TO_BE_SERVED } from '../addressees/lock-recipients';

/** A letter is made within moments of its number, and its mail leaves as soon: what takes longer does not get on. */
const MADE_WITHIN = `INTERVAL '5 minutes'`;
const LEAVES_WITHIN = `INTERVAL '15 minutes'`;

/**
 * What is set and waits for the signatures of its officers is in their boxes: nothing holds it up. Once the last of them has signed,
 * the own copies of its addressees are made.
 */
const NOT_MADE = `SELECT i.organisation_id, i.id AS issue_id, i.id, 'not_made' AS reason, ${SIGNED_LAST} AS since, NULL AS failure,
    NULL::integer AS recipient, i.addressee AS name, NULL AS mode, NULL AS email
  FROM ${LETTERS} WHERE i.state = 'numbered' AND (i.unsigned_sha256 IS NULL OR ${ALL_SIGNED})
    AND ${SIGNED_LAST} < office_now() - ${MADE_WITHIN}`;

/** Nobody signed it, since the time of the signature that it waits for was proven by nobody. */
const NOT_STAMPED = `SELECT i.organisation_id, i.id AS issue_id, i.id, 'not_stamped' AS reason, t.at AS since, NULL AS failure,
    NULL::integer AS recipient, i.addressee AS name, NULL AS mode, NULL AS email
  FROM ${UNSTAMPED_LETTERS}`;

/**
 * What became of the last dispatch to each addressee who has still to be sent the letter. It begins with the dispatches that
 * did not arrive, which are few, and never with all who wait to be served.
 */
const NOT_ARRIVED = `SELECT s.organisation_id, s.issue_id, s.id,
    CASE s.state WHEN 'failed' THEN 'not_sent' WHEN 'returned' THEN 'returned' ELSE 'waiting' END AS reason,
    COALESCE(s.ended_at, s.at) AS since, COALESCE(s.failure, s.return_reason) AS failure, s.position AS recipient,
    n.addressee ->> 'name' AS name, s.mode, COALESCE(n.confirmed_email, n.addressee ->> 'email') AS email
  FROM dispatch s JOIN ${RECIPIENTS} ON n.organisation_id = s.organisation_id AND n.issue_id = s.issue_id AND n.position = s.position
  WHERE s.state IN ('queued', 'failed', 'returned') AND (s.state <> 'queued' OR s.at < office_now() - ${LEAVES_WITHIN}) AND ${TO_BE_SERVED}
    AND NOT EXISTS (SELECT FROM dispatch later WHERE later.organisation_id = s.organisation_id AND later.issue_id = s.issue_id
      AND later.position = s.position AND later.ordinal > s.ordinal)`;

/** It is sent, and a mail server says that it came back: whoever sends letters says whether that is so. */
const REPORTED = `SELECT s.organisation_id, s.issue_id, s.id, 'reported' AS reason, s.reported_at AS since, s.report_words AS failure,
    s.position AS recipient, n.addressee ->> 'name' AS name, s.mode, s.email
  FROM dispatch s JOIN ${RECIPIENTS} ON n.organisation_id = s.organisation_id AND n.issue_id = s.issue_id AND n.position = s.position
  WHERE s.state = 'sent' AND s.report_outcome = 'returned' AND s.report_dismissed_at IS NULL`;

/** Every letter that does not get on, as `x`, with the rows that the rules look at. */
export function stuckLetters({ organisationId }: Actor, { bind }: Parameters): string {
  const ours = bind(organisationId);
  return `${REGISTER} JOIN (${NOT_MADE} AND i.organisation_id = ${ours}
    UNION ALL ${NOT_STAMPED} AND t.organisation_id = ${ours}
    UNION ALL ${REPORTED} AND s.organisation_id = ${ours}
    UNION ALL ${NOT_ARRIVED} AND s.organisation_id = ${ours}) x ON x.organisation_id = i.organisation_id AND x.issue_id = i.id`;
}

/** Of those, the letters that this person may send, and those on the files on the desk; from `stuckLetters`. */
export function stuckFor(actor: Actor, parameters: Parameters): string[] {
  const onFile = `(${isOnDesk(actor, parameters).join(' AND ')})`;
  return [`(${[...dispatchBranches(actor.ability, parameters), onFile].join(' OR ')})`];
}

const LATEST_FIRST = { column: 'x.since', type: 'timestamptz', direction: 'DESC' } as const;

const stuckLetter = (actor: Actor, parameters: Parameters) =>
  projection(StuckLetter, {
    id: 'x.id',
    reason: 'x.reason',
    since: 'x.since',
    failure: 'x.failure',
    issueId: 'i.id',
    number: numberOnLetter('i'),
    issuedOn: 'i.issued_on',
    subject: 'i.subject',
    signatory: 'i.signatory_post_id',
    issuedBy: 'i.issued_by_post_id',
    draftId: `CASE WHEN x.recipient IS NULL AND ${mayReadFile(actor, parameters)} THEN i.draft_id END`,
    recipient: 'x.recipient',
    name: 'x.name',
    mode: 'x.mode',
    email: 'x.email',
    withdrawn: IS_WITHDRAWN,
    mayDispatch: `(x.recipient IS NOT NULL AND ${dispatchFilter(actor.ability, parameters)})`,
    mayConfirmAddress: `(x.recipient IS NOT NULL AND ${confirmFilter(actor.ability, parameters)})`,
  });

/**
 * What could not be made or sent, and why: of the letters that this person may send, and of those on the files that lie on
 * the desk. It has no truth of its own: it reads what the letters and their dispatches say.
 */
@Injectable()
export class ListStuckLetters {
  constructor(private readonly database: EntityManager) {}

  /** The latest first: one statement a page. */
  @Serves('listStuckLetters')
  execute(actor: Actor, query: PageQuery): Promise<PageRows<StuckLetter>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: stuckLetter(actor, parameters),
        source: stuckLetters(actor, parameters),
        where: stuckFor(actor, parameters),
        parameters,
        order: LATEST_FIRST,
        id: 'x.id',
      },
      query,
    );
  }
}
