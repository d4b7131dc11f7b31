import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileRow, InboxFile, InboxQuery, PageQuery, PageRows } from '@patravali/contract';
import {
  askedOfFiles,
  DESK_ORDERS,
  filesOnDesk,
  joinCustody,
  LATEST_FIRST,
  whatAssistantsRead,
} from '@patravali/custody';
import { pageByKey, Parameters } from '@patravali/database';
import { createdBy, FILE_ROW, FILES, FILES_OF_DESKS, joinFile, NEWEST_FIRST } from '@patravali/files';
import { SENT, sentBy } from '@patravali/movement';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { firstOnDesk, INBOX_ROW } from './first-on-desk';

/** The lists of files of one desk. Each is one statement on an index that begins with the post, paged by key. */
@Injectable()
export class FileBoxes {
  constructor(private readonly database: EntityManager) {}

  /** What lies on the desk of the acting post: what it has pinned first. */
  @Serves('listInbox')
  inbox(actor: Actor, query: InboxQuery): Promise<PageRows<InboxFile>> {
    const parameters = new Parameters();
    const where = [...filesOnDesk(actor, parameters), ...askedOfFiles(actor, query, parameters)];
    const order = DESK_ORDERS[query.order];
    const first = firstOnDesk(actor, query.order, parameters);
    const list = { projection: INBOX_ROW, source: FILES_OF_DESKS, where, parameters, order, id: 'e.id', first };
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
        source: FILES_OF_DESKS,
        where: filesOnDesk(actor, parameters, 'closed'),
        parameters,
        order: LATEST_FIRST,
        id: 'e.id',
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
