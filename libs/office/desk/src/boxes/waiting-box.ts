import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type PageRows, WaitingFile, type WaitingQuery } from '@patravali/contract';
import { LONGEST_FIRST, waitingBelow, WAITS_TOO_LONG } from '@patravali/custody';
import { pageByKey, Parameters } from '@patravali/database';
import { FILE_ROW, FILES_OF_DESKS } from '@patravali/files';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

/** What waits on the desks below a post: one statement a page. */
@Injectable()
export class WaitingBox {
  constructor(private readonly database: EntityManager) {}

  /** What has been there longest stands first. */
  @Serves('listWaitingBelow')
  below(actor: Actor, { overLimit, ...query }: WaitingQuery): Promise<PageRows<WaitingFile>> {
    const parameters = new Parameters();
    const tooLong = WAITS_TOO_LONG(parameters.bind(actor.organisationId));
    const where = [
      ...waitingBelow(actor, parameters),
      ...(overLimit === undefined ? [] : [overLimit ? tooLong : `NOT ${tooLong}`]),
    ];
    const projection = FILE_ROW.with(WaitingFile.pick({ overLimit: true }).shape, { overLimit: tooLong });
    const list = { projection, source: FILES_OF_DESKS, where, parameters, order: LONGEST_FIRST, id: 'e.id' };
    return pageByKey(this.database, list, query);
  }
}
