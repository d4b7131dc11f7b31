import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileRow, InboxFile, type InboxQuery, type PageQuery, type PageRows } from '@patravali/contract';
import {
  askedOfDesk,
  CLOSED_AT,
  closedBy,
  DESK_ORDERS,
  joinCustody,
  onDesk,
  whatAssistantsRead,
} from '@patravali/custody';
import { pageByKey, Parameters, projection } from '@patravali/database';
import { createdBy, FILE_ROW, FILES, joinFile, NEWEST_FIRST } from '@patravali/files';
import { SENT, sentBy } from '@patravali/movement';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

/** The lists of files of one desk. Each is one statement on an index that begins with the post, paged by key. */
@Injectable()
export class FileBoxes {
  constructor(private readonly database: EntityManager) {}

  /** What lies on the desk of the acting post: what it has pinned first. */
  @Serves('listInbox')
  inbox(actor: Actor, query: InboxQuery): Promise<PageRows<InboxFile>> {
    const parameters = new Parameters();
    const where = [...onDesk(actor, parameters), ...askedOfDesk(query, parameters)];
    const order = DESK_ORDERS[query.order];
    const first = pinnedBy(actor, parameters);
    const list = { projection: INBOX_ROW, source: FILES, where, parameters, order, id: FILE_ID, first };
    return pageByKey(this.database, list, query);
  }

  /** What the acting post has sent, the latest first, and where each file is now. */
  @Serves('listSent')
  sent(actor: Actor, query: PageQuery): Promise<PageRows<FileRow>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: FILE_ROW,
        source: `${SENT.source} ${joinCustody(SENT.file)} ${joinFile(SENT.file)}`,
        where: sentBy(actor, parameters),
        parameters,
        order: { column: SENT.at, type: 'timestamptz', direction: 'DESC' },
        id: SENT.file,
      },
      query,
    );
  }

  /** What the acting post has closed, the latest first. */
  @Serves('listClosed')
  closed(actor: Actor, query: PageQuery): Promise<PageRows<FileRow>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: FILE_ROW,
        source: FILES,
        where: closedBy(actor, parameters),
        parameters,
        order: { column: CLOSED_AT, type: 'timestamptz', direction: 'DESC' },
        id: FILE_ID,
      },
      query,
    );
  }

  /** What was created from the acting post, the latest first. */
  @Serves('listCreated')
  created(actor: Actor, query: PageQuery): Promise<PageRows<FileRow>> {
    const parameters = new Parameters();
    const where = [
      createdBy(parameters.bind(actor.organisationId), parameters.bind(actor.postId)),
      ...whatAssistantsRead(actor, parameters),
    ];
    const [source, order, id] = [FILES, NEWEST_FIRST, FILE_ROW.expressions.id];
    return pageByKey(this.database, { projection: FILE_ROW, source, where, parameters, order, id }, query);
  }
}

/** The file's id in its custody row, where the indexes of the desk have it. */
const FILE_ID = 'c.file_id';
/** Whether a file is pinned is looked up row by row: PostgreSQL would answer an EXISTS from the pins of all desks. */
const INBOX_ROW = projection(InboxFile, {
  ...FILE_ROW.expressions,
  pinned: `COALESCE((SELECT true FROM desk_pin p
    WHERE p.organisation_id = c.organisation_id AND p.post_id = c.holder_post_id AND p.file_id = c.file_id), false)`,
});

/** What the acting post has pinned, as a condition on `c`: the few are looked up first, and not sought along the whole desk. */
function pinnedBy({ organisationId, postId }: Actor, { bind }: Parameters): string {
  return `c.file_id = ANY (ARRAY(
    SELECT p.file_id FROM desk_pin p WHERE p.organisation_id = ${bind(organisationId)} AND p.post_id = ${bind(postId)}))`;
}
