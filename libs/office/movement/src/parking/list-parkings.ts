import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { PageQuery, PageRows, ParkingLine } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { PARKING_LINE, PARKING_LINES } from './parking-lines';

/** How a file was set aside and taken up again, oldest first. */
@Injectable()
export class ListParkings {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listParkings')
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<ParkingLine>> {
    const list = { projection: PARKING_LINE, source: PARKING_LINES, file: 'r.file_id', key: 'sequence' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}
