import { Injectable } from '@nestjs/common';
import type { MarkNoticesRead } from '@patravali/contract';
import type { Person } from '@patravali/identity';
import { EntityManager } from 'typeorm';

/** That somebody has seen a notice: nobody else's business, and not on the record. Doing it twice changes nothing more. */
@Injectable()
export class MarkRead {
  constructor(private readonly database: EntityManager) {}

  async execute({ organisationId, userId }: Person, { ids }: MarkNoticesRead): Promise<void> {
    await this.database.query(
      `UPDATE notice SET read_at = office_now()
       WHERE organisation_id = $1 AND user_id = $2 AND read_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY ($3::uuid[]))`,
      [organisationId, userId, ids ?? null],
    );
  }
}
