import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { SuperiorChanges } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { refuseNonAdministrator } from '../../organisation/refuse-non-administrator';

const FOUND = projection(SuperiorChanges, {
  changes: 'count(*)::int',
  files: 'CASE WHEN bool_and(change.files IS NOT NULL) THEN sum(change.files)::int END',
  done: 'COALESCE(sum(change.files_done), 0)::int',
});

/** How far the files are told who stands above the posts that have read them. */
@Injectable()
export class SuperiorChangesQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` */
  @Serves('getSuperiorChanges')
  async execute(actor: Actor): Promise<SuperiorChanges> {
    refuseNonAdministrator(actor);
    const [found] = await select(
      this.database,
      FOUND.row,
      `SELECT ${FOUND.columns} FROM superior_change change WHERE change.organisation_id = $1`,
      [actor.organisationId],
    );
    return found ?? { changes: 0, files: null, done: 0 };
  }
}
