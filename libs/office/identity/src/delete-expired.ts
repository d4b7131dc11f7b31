import { Injectable } from '@nestjs/common';
import type { Queue } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

/** At twenty past each hour. */
export const DELETE_EXPIRED_SESSIONS: Queue = {
  name: 'delete-expired-sessions',
  data: z.object({}),
  cron: '20 * * * *',
};

/** Sessions after their end, failed sign-ins after a day. */
const EXPIRED = [
  `DELETE FROM session WHERE expires_at < clock_timestamp()`,
  `DELETE FROM sign_in_failure WHERE at < clock_timestamp() - INTERVAL '24 hours'`,
];

@Injectable()
export class DeleteExpiredSessions {
  constructor(private readonly database: EntityManager) {}

  async execute(): Promise<void> {
    for (const statement of EXPIRED) await this.database.query(statement);
  }
}
