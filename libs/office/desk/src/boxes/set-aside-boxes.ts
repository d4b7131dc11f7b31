import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileRow, FollowedFile, type FollowUpQuery, type PageQuery, type PageRows } from '@patravali/contract';
import { CALL_BOOK_ORDER, inCallBook, joinCustody, PARKED_ORDER, parkedBy } from '@patravali/custody';
import { pageByKey, Parameters } from '@patravali/database';
import { FILE_ROW, FILES, joinFile } from '@patravali/files';
import { FOLLOW_UP_NEWS, FOLLOWED, followedBy, FOLLOWING } from '@patravali/movement';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

const FOLLOWED_FILE = FILE_ROW.with(FollowedFile.pick({ following: true }).shape, { following: FOLLOWING.json });

/** What a desk has set aside, and what it follows on other desks: one statement a page. */
@Injectable()
export class SetAsideBoxes {
  constructor(private readonly database: EntityManager) {}

  /** What comes back first stands first; what waits for an event alone, last. */
  @Serves('listParked')
  parked(actor: Actor, query: PageQuery): Promise<PageRows<FileRow>> {
    const parameters = new Parameters();
    const where = parkedBy(actor, parameters);
    const list = { projection: FILE_ROW, source: FILES, where, parameters, order: PARKED_ORDER, id: 'c.file_id' };
    return pageByKey(this.database, list, query);
  }

  /** What is to be reviewed first stands first. */
  @Serves('listCallBook')
  callBook(actor: Actor, query: PageQuery): Promise<PageRows<FileRow>> {
    const parameters = new Parameters();
    const where = inCallBook(actor, parameters);
    const list = { projection: FILE_ROW, source: FILES, where, parameters, order: CALL_BOOK_ORDER, id: 'c.file_id' };
    return pageByKey(this.database, list, query);
  }

  /** What was taken up last stands first. */
  @Serves('listFollowUp')
  followUp(actor: Actor, { news, ...query }: FollowUpQuery): Promise<PageRows<FollowedFile>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: FOLLOWED_FILE,
        source: `${FOLLOWED.source} ${joinCustody(FOLLOWED.file)} ${joinFile(FOLLOWED.file)}`,
        where: [...followedBy(actor, parameters), ...(news ? [FOLLOW_UP_NEWS] : [])],
        parameters,
        order: { column: FOLLOWED.at, type: 'timestamptz', direction: 'DESC' },
        id: FOLLOWED.file,
      },
      query,
    );
  }
}
