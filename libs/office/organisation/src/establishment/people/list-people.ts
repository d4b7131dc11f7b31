import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type ListPeople as Query, type PageRows, PersonView } from '@patravali/contract';
import { decodeCursor, isoInstant, projection, select, toPage } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { formerNamesOf } from '../rules/former-names';
import { refuseNonKeeper, within } from '../rules/unit-administration';

const PERSON = projection(PersonView.omit({ mayKeep: true }), {
  id: 'person.id',
  username: 'person.username',
  name: `jsonb_build_object('hi', person.name_hi, 'en', person.name_en)`,
  email: 'person.email',
  hasPassword: 'person.password_hash IS NOT NULL',
  closedAt: isoInstant('person.closed_at'),
  formerNames: formerNamesOf('user_id', 'person.organisation_id', 'person.id'),
  version: 'person.version',
});

/** The people of the office, or of the units that a post administers, by their user names. */
@Injectable()
export class ListPeople {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` */
  @Serves('listPeople')
  async execute(actor: Actor, { limit, cursor, q = '', closed = false }: Query): Promise<PageRows<PersonView>> {
    refuseNonKeeper(actor);
    const [after] = cursor === undefined ? [''] : decodeCursor(cursor, ['string']);
    const values: unknown[] = [actor.organisationId, after, closed, q, limit + 1];
    const { seenPerson, keptPerson } = within(actor, values);
    const row = PERSON.with({ mayKeep: z.boolean() }, { mayKeep: keptPerson });
    const rows = await select(
      this.database,
      row.row,
      `SELECT ${row.columns} FROM office_user person
       WHERE person.organisation_id = $1 AND person.username > $2 AND (person.closed_at IS NOT NULL) = $3
         AND strpos(lower(concat_ws(' ', person.username, person.name_hi, person.name_en)), lower($4)) > 0
         AND ${seenPerson}
       ORDER BY person.username LIMIT $5`,
      values,
    );
    return toPage(
      rows,
      limit,
      (each) => each,
      ({ username }) => [username],
    );
  }
}
