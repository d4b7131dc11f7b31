import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DeskView, type DeskViews } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { OF_OWNER, ownerValues } from './owner';

const VIEW = projection(DeskView, {
  id: 'v.id',
  name: 'v.name',
  filters: 'v.filters',
  isFirst: 'v.is_first',
  version: 'v.version',
});

/** The views that the person keeps for the acting post, by name. */
@Injectable()
export class ListDeskViews {
  constructor(private readonly database: EntityManager) {}

  @Serves('listDeskViews')
  async execute(actor: Actor): Promise<DeskViews> {
    const items = await select(
      this.database,
      VIEW.row,
      `SELECT ${VIEW.columns} FROM desk_view v WHERE ${OF_OWNER} ORDER BY v.name, v.id`,
      ownerValues(actor),
    );
    return { items };
  }
}
