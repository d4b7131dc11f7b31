import { Injectable, Logger } from '@nestjs/common';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { networkOf } from '../security/network-of';
import type { Person } from './principal-of';

const USED = z.object({ uses: z.int(), seconds: z.int() });

const OF_PERSON = counting('INSERT INTO recent_use AS kept', ['organisation_id', 'user_id', 'operation']);
const OF_NETWORK = counting('INSERT INTO network_use AS kept', ['network', 'operation']);

/**
 * Counts what costs the office much, for each person and minute, and what is open to anybody for each network, in the
 * database: all processes count as one.
 */
@Injectable()
export class RecentUse {
  private readonly logger = new Logger(RecentUse.name);

  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `too-many-requests` with the seconds until the minute is over. */
  async count({ organisationId, userId }: Person, operation: string, most: number): Promise<void> {
    refuseMore(await this.add(OF_PERSON, [organisationId, userId, operation]), most);
  }

  /** The same for whoever asks from the network of this address. @throws Refusal `too-many-requests`. */
  async countStranger(address: string, operation: string, most: number): Promise<void> {
    refuseMore(await this.add(OF_NETWORK, [networkOf(address), operation]), most);
  }

  /** Nothing, where it could not be counted: a full disk must not keep anybody from reading. */
  private async add(statement: string, what: readonly string[]): Promise<z.output<typeof USED> | undefined> {
    try {
      const [used] = await select(this.database, USED, statement, [...what]);
      return used;
    } catch (error) {
      this.logger.warn(error instanceof Error ? error.message : error);
      return undefined;
    }
  }
}

function refuseMore(used: z.output<typeof USED> | undefined, most: number): void {
  if (used && used.uses > most) throw new Refusal('too-many-requests', {}, { retryAfter: Math.max(used.seconds, 1) });
}

/** One statement, which locks the row that it counts in: what is asked at once cannot pass together. */
function counting(insert: string, key: readonly string[]): string {
  const columns = key.join(', ');
  return `${insert} (${columns}, uses) VALUES (${key.map((_, index) => `$${index + 1}`).join(', ')}, 1)
    ON CONFLICT (${columns}) DO UPDATE SET
      uses = CASE WHEN kept.since <= clock_timestamp() - INTERVAL '1 minute' THEN 1 ELSE kept.uses + 1 END,
      since = CASE WHEN kept.since <= clock_timestamp() - INTERVAL '1 minute' THEN clock_timestamp() ELSE kept.since END
    RETURNING uses, ceil(extract(epoch FROM since + INTERVAL '1 minute' - clock_timestamp()))::int AS seconds`;
}
