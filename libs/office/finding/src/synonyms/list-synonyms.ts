import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { SynonymGroup, type SynonymGroups } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { refuseNonAdministrator } from '@patravali/organisation';
import { SYNONYM_GROUPS } from '@patravali/search';
import { EntityManager } from 'typeorm';

const GROUP = projection(SynonymGroup, { id: 'g.id', words: 'g.words', version: 'g.version' });

/** The words that mean the same in this office, for its administrators: 500 groups at most. */
@Injectable()
export class ListSynonyms {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` */
  @Serves('listSynonyms')
  async execute(actor: Actor): Promise<SynonymGroups> {
    refuseNonAdministrator(actor);
    const items = await select(
      this.database,
      GROUP.row,
      `SELECT ${GROUP.columns} FROM ${SYNONYM_GROUPS} WHERE g.organisation_id = $1 ORDER BY g.id DESC`,
      [actor.organisationId],
    );
    return { items };
  }
}
