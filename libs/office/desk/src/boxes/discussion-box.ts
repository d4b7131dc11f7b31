import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Discussion, type DiscussionsQuery, type PageRows } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { pageByKey, Parameters } from '@patravali/database';
import { FILE_ROW, FILES } from '@patravali/files';
import { DISCUSSION, discussionsOf, DISCUSSIONS, FILE_OF_DISCUSSION, UNANSWERED } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

const { id, number, subject } = FILE_ROW.expressions;

/** Discussions with the file on which they were noted. */
export const DISCUSSIONS_ON_FILES = `${DISCUSSIONS} JOIN (${FILES}) ON ${id} = ${FILE_OF_DISCUSSION}`;

/** The contract's `Discussion`, from `DISCUSSIONS_ON_FILES`. */
export const discussionRow = (actor: Actor, parameters: Parameters) =>
  DISCUSSION.with(Discussion.pick({ fileNumber: true, file: true }).shape, {
    fileNumber: number,
    file: `CASE WHEN ${mayReadFile(actor, parameters)} THEN json_build_object('id', ${id}, 'subject', ${subject}) END`,
  });

/** What was noted of discussions with this person, the latest first: one statement a page. Of the file only its number is told. */
@Injectable()
export class DiscussionBox {
  constructor(private readonly database: EntityManager) {}

  @Serves('listDiscussions')
  execute(actor: Actor, { open, ...query }: DiscussionsQuery): Promise<PageRows<Discussion>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: discussionRow(actor, parameters),
        source: DISCUSSIONS_ON_FILES,
        where: [...discussionsOf(actor, parameters), ...(open ? [UNANSWERED.filter] : [])],
        parameters,
        order: { column: DISCUSSION.expressions.frozenAt, type: 'timestamptz', direction: 'DESC' },
        id: DISCUSSION.expressions.id,
      },
      query,
    );
  }
}
