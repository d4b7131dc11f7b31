import { Injectable, Logger } from '@nestjs/common';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Person } from './principal-of';

const USED = z.object({ uses: z.int(), seconds: z.int() });

/** Counts what costs the office much, for each person and minute, in the database: all processes count as one. */
@Injectable()
export class RecentUse {
  private readonly logger = new Logger(RecentUse.name);

  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `too-many-requests` with the seconds until the minute is over. */
  async count({ organisationId, userId }: Person, operation: string, most: number): Promise<void> {
    const used = await this.add([organisationId, userId, operation]);
    if (used && used.uses > most) throw new Refusal('too-many-requests', {}, { retryAfter: Math.max(used.seconds, 1) });
  }

  /** Nothing, where it could not be counted: a full disk must not keep anybody from reading. */
  private async add(what: readonly string[]): Promise<z.output<typeof USED> | undefined> {
    try {
      const [used] = await select(
        this.database,
        USED,
        `INSERT INTO recent_use AS kept (organisation_id, user_id, operation, uses) VALUES ($1, $2, $3, 1)
         ON CONFLICT (organisation_id, user_id, operation) DO UPDATE SET
           uses = CASE WHEN kept.since <= clock_timestamp() - INTERVAL '1 minute' THEN 1 ELSE kept.uses + 1 END,
           since = CASE WHEN kept.since <= clock_timestamp() - INTERVAL '1 minute' THEN clock_timestamp() ELSE kept.since END
         RETURNING uses, ceil(extract(epoch FROM since + INTERVAL '1 minute' - clock_timestamp()))::int AS seconds`,
        [...what],
      );
      return used;
    } catch (error) {
      this.logger.warn(error instanceof Error ? error.message : error);
      return undefined;
    }
  }
}
