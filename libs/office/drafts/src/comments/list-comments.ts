import { Injectable } from '@nestjs/common';
import { type Actor, rowFilter } from '@patravali/authorization';
import {
  DRAFT_STATES,
  type DraftComment as Comment,
  DraftComment as CommentView,
  DraftCommentAnswer as AnswerView,
  type PageQuery,
  type PageRows,
  prepares,
} from '@patravali/contract';
import { CUSTODY_FACTS, custodyFrom, joinCustody, mayReadFile } from '@patravali/custody';
import { isoInstant, pageByKey, Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Draft } from '../draft/draft.entities';
import { isInTheMaking } from '../draft/draft-lifecycle';
import { DRAFTS } from '../draft/draft-row';
import { mayResolve } from './comment-abilities';
import { DraftComment } from './comment.entities';

const ANSWER = projection(AnswerView, {
  id: 'a.id',
  words: 'a.words',
  by: actorRef('a.user_id', 'a.post_id', 'a.capacity'),
  at: 'a.at',
});

const COMMENT = projection(CommentView.omit({ mayAnswer: true, mayResolve: true }), {
  id: 'k.id',
  draftVersion: 'k.draft_version',
  passage: `CASE WHEN k.quote IS NOT NULL
    THEN jsonb_build_object('part', k.part, 'quote', k.quote, 'occurrence', k.occurrence) END`,
  words: 'k.words',
  by: actorRef('k.user_id', 'k.post_id', 'k.capacity'),
  at: 'k.at',
  readers: 'to_jsonb(k.reader_post_ids)',
  answers: `(SELECT COALESCE(jsonb_agg(${ANSWER.json} ORDER BY a.at, a.id), '[]') FROM draft_comment_answer a
    WHERE a.organisation_id = k.organisation_id AND a.comment_id = k.id)`,
  resolved: `CASE WHEN k.resolved_at IS NOT NULL THEN jsonb_build_object(
    'by', ${actorRef('k.resolved_by_user_id', 'k.resolved_by_post_id', 'k.resolved_capacity')},
    'at', ${isoInstant('k.resolved_at')}) END`,
});

const COMMENTED = projection(z.object({ state: z.enum(DRAFT_STATES), custody: CUSTODY_FACTS.row }), {
  state: 'r.state',
  custody: CUSTODY_FACTS.json,
});

/**
 * The comments on a draft, as far as they are meant for the acting post. Whoever reads the file reads them, and beside him
 * those who are to sign the letter, wherever the file is.
 */
@Injectable()
export class ListDraftComments {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the draft and does not sign it. */
  @Serves('listDraftComments')
  async execute(actor: Actor, draftId: string, query: PageQuery): Promise<PageRows<Comment>> {
    const { state, custody } = await this.commented(actor, draftId);
    const parameters = new Parameters();
    const { ability } = actor;
    const page = await pageByKey(
      this.database,
      {
        projection: COMMENT,
        source: 'draft_comment k',
        parameters,
        id: 'k.id',
        where: [
          `k.organisation_id = ${parameters.bind(actor.organisationId)}`,
          `k.draft_id = ${parameters.bind(draftId)}`,
          rowFilter(ability, 'read', DraftComment, 'k', parameters),
        ],
        order: { column: 'k.at', type: 'timestamptz', direction: 'ASC' },
      },
      query,
    );
    // Whoever only signs reads.
    const says =
      ability.can('read', custody) &&
      ability.can('comment', Object.assign(new Draft(), { organisationId: actor.organisationId })) &&
      isInTheMaking(state);
    return {
      ...page,
      items: page.items.map((comment) => {
        const mayAnswer = says && comment.resolved === null;
        return { ...comment, mayAnswer, mayResolve: mayAnswer && mayResolve(ability, custody, rowOf(actor, comment)) };
      }),
    };
  }

  private async commented(actor: Actor, draftId: string) {
    const parameters = new Parameters();
    const { bind } = parameters;
    const reads = mayReadFile(actor, parameters);
    const post = bind(actor.postId);
    // An assistant does not sign, so nothing but the file shows him the draft.
    const signs = `(r.signatory_post_id = ${post}::uuid OR v.content -> 'coSignatoryPostIds' ? ${post}::text)`;
    const [found] = await select(
      this.database,
      COMMENTED.row,
      `SELECT ${COMMENTED.columns} FROM ${DRAFTS} ${joinCustody('r.file_id')}
       WHERE r.organisation_id = ${bind(actor.organisationId)} AND r.id = ${bind(draftId)}
         AND (${reads} OR ${bind(!prepares(actor.capacity))} AND ${signs})`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return { ...found, custody: custodyFrom(found.custody) };
  }
}

const rowOf = ({ organisationId }: Actor, { by }: Pick<Comment, 'by'>): DraftComment =>
  Object.assign(new DraftComment(), { organisationId, postId: by.post });
