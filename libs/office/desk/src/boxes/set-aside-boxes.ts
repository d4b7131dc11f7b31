import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileRow, FollowedFile, type FollowUpQuery, type PageQuery, type PageRows } from '@patravali/contract';
import { filesOnDesk, joinCustody, SET_ASIDE_ORDER } from '@patravali/custody';
import { pageByKey, Parameters } from '@patravali/database';
import { FILE_ROW, FILES_OF_DESKS, joinFile } from '@patravali/files';
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
    return this.setAside(actor, 'parked', query);
  }

  /** What is to be reviewed first stands first. */
  @Serves('listCallBook')
  callBook(actor: Actor, query: PageQuery): Promise<PageRows<FileRow>> {
    return this.setAside(actor, 'call_book', query);
  }

  private setAside(actor: Actor, place: 'parked' | 'call_book', query: PageQuery): Promise<PageRows<FileRow>> {
    const parameters = new Parameters();
    const where = filesOnDesk(actor, parameters, place);
    const list = {
      projection: FILE_ROW,
      source: FILES_OF_DESKS,
      where,
      parameters,
      order: SET_ASIDE_ORDER,
      id: 'e.id',
    };
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
