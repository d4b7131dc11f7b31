import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import type { DraftMove, DraftVersionView, DraftView } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { FileCustody } from '@patravali/files';
import { EntityManager } from 'typeorm';
import { mayMoveDraft } from './draft-abilities';
import { possibleDraftMoves } from './draft-lifecycle';
import { DRAFT_ROW, DRAFT_SOURCE } from './draft-rows';
import { Draft } from './draft.entities';

interface Found {
  readonly view: Omit<DraftView, 'allowedMoves'>;
  /** What the rules are asked about. */
  readonly draft: Pick<Draft, 'organisationId' | 'state' | 'approvedByPostId'>;
  readonly custody: Pick<FileCustody, 'organisationId' | 'holderPostId' | 'readerPostIds' | 'grading' | 'state'>;
}

/** One draft as its page shows it. Whoever reads the file reads its drafts; one statement each. */
@Injectable()
export class DraftViewQuery {
  constructor(private readonly database: EntityManager) {}

  /** The text as it stands, with the moves that this person may make. @throws Refusal `not-found`. */
  async execute(actor: Actor, draftId: string): Promise<DraftView> {
    const [found] = await this.read<Found>(actor, draftId, () => ({
      columns: `${DRAFT_ROW} || jsonb_build_object('content', v.content, 'replyToReceiptId', d.reply_to_receipt_id,
          'versions', (SELECT jsonb_agg(jsonb_build_object('draftVersion', w.number,
              'by', actor_ref(w.user_id, w.post_id, w.capacity), 'at', w.saved_at) ORDER BY w.number)
            FROM draft_version w WHERE w.organisation_id = d.organisation_id AND w.draft_id = d.id),
          'approvedBy', actor_ref(d.approved_by_user_id, d.approved_by_post_id, d.approved_capacity),
          'approvedAt', d.approved_at, 'approvedVersion', d.approved_version,
          'cancellationReason', d.cancellation_reason) AS view,
        jsonb_build_object('organisationId', d.organisation_id, 'state', d.state,
          'approvedByPostId', d.approved_by_post_id) AS draft,
        jsonb_build_object('organisationId', c.organisation_id, 'holderPostId', c.holder_post_id,
          'readerPostIds', c.reader_post_ids, 'grading', c.grading, 'state', c.state) AS custody`,
    }));
    if (!found) throw new Refusal('not-found');
    return { ...found.view, allowedMoves: movesOf(actor, found) };
  }

  /** An earlier text. @throws Refusal `not-found`. */
  async version(actor: Actor, draftId: string, number: number): Promise<DraftVersionView> {
    const [found] = await this.read<{ view: DraftVersionView }>(actor, draftId, ({ bind }) => ({
      join: `JOIN draft_version o ON o.organisation_id = d.organisation_id AND o.draft_id = d.id AND o.number = ${bind(number)}`,
      columns: `jsonb_build_object('draftVersion', o.number, 'content', o.content,
        'by', actor_ref(o.user_id, o.post_id, o.capacity), 'at', o.saved_at) AS view`,
    }));
    if (!found) throw new Refusal('not-found');
    return found.view;
  }

  private async read<R>(
    actor: Actor,
    draftId: string,
    wanted: (parameters: Parameters) => { join?: string; columns: string },
  ): Promise<R[]> {
    const parameters = new Parameters();
    const { join = '', columns } = wanted(parameters);
    return await this.database.query<R[]>(
      `SELECT ${columns} FROM ${DRAFT_SOURCE} ${join}
       WHERE d.id = ${parameters.bind(draftId)} AND ${rowFilter(actor.ability, 'read', FileCustody, 'c', parameters)}`,
      parameters.values,
    );
  }
}

/** What this person may do now: the page shows these buttons and knows no rule of its own. */
function movesOf({ ability }: Actor, found: Found): DraftMove[] {
  const draft = Object.assign(new Draft(), found.draft);
  const custody = Object.assign(new FileCustody(), found.custody);
  return possibleDraftMoves(draft.state).filter((move) => mayMoveDraft(ability, move, custody, draft));
}
