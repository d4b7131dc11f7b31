import { Injectable } from '@nestjs/common';
import type { SigningKeyView } from '@patravali/contract';
import { select } from '@patravali/database';
import type { Person } from '@patravali/identity';
import { EntityManager } from 'typeorm';
import { KEY_ROW, KEYS } from './key-row';

/** A person's own keys, the latest first: those in use and those that were, without those that a service made for one signature each. */
@Injectable()
export class ListSigningKeys {
  constructor(private readonly database: EntityManager) {}

  async execute({ organisationId, userId }: Pick<Person, 'organisationId' | 'userId'>): Promise<{
    items: SigningKeyView[];
  }> {
    const items = await select(
      this.database,
      KEY_ROW.row,
      `SELECT ${KEY_ROW.columns} FROM ${KEYS} WHERE k.organisation_id = $1 AND k.user_id = $2 AND k.kind <> 'esign'
       ORDER BY k.state = 'in_use' DESC, k.added_at DESC, k.id`,
      [organisationId, userId],
    );
    return { items };
  }
}
