import { SCHEDULE } from '@patravali/config';
import { Injectable, Logger } from '@nestjs/common';
import { Day, TENURE_KINDS } from '@patravali/contract';
import { changeCustody, CUSTODY, FileCustody } from '@patravali/custody';
import { type Queue, select, Transactions } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { NOT_SET_ASIDE, PARKING_LINES, writeParkingLine } from './parking-lines';

/** Every minute: the first minute of a day in India brings back what was parked until that day. */
export const END_PARKINGS: Queue = { name: 'end-parkings', data: z.object({}), cron: SCHEDULE.endParkings };

/** What is left of more than so many is for the next minute. */
const AT_ONCE = 1000;

const DUE = z.object({
  organisationId: z.uuid(),
  fileId: z.uuid(),
  until: Day,
  userId: z.uuid(),
  postId: z.uuid(),
  capacity: z.enum(TENURE_KINDS),
});
type Due = z.infer<typeof DUE>;

/** Somebody took it up meanwhile, or parked it anew. */
class NoLongerDue extends Error {}

/**
 * Brings back each file whose day has come, in the name of whoever parked it. Any number may try at once: custody is locked, and
 * each file comes back once.
 */
@Injectable()
export class EndParkings {
  private readonly logger = new Logger(EndParkings.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  async execute(): Promise<void> {
    for (const due of await this.due()) {
      await this.end(due).catch((error: unknown) => {
        if (!(error instanceof NoLongerDue)) this.logger.warn(String(error));
      });
    }
  }

  private due(): Promise<Due[]> {
    return select(
      this.database,
      DUE,
      `SELECT c.organisation_id AS "organisationId", c.file_id AS "fileId", c.parked_until AS until,
         r.by_user_id AS "userId", r.by_post_id AS "postId", r.capacity
       FROM ${CUSTODY} CROSS JOIN LATERAL (SELECT * FROM ${PARKING_LINES}
         WHERE r.organisation_id = c.organisation_id AND r.file_id = c.file_id ORDER BY r.sequence DESC LIMIT 1) r
       WHERE c.state = 'parked' AND c.parked_until <= (SELECT india_today())
       ORDER BY c.parked_until, c.file_id LIMIT ${AT_ONCE}`,
      [],
    );
  }

  private end({ fileId, until, ...by }: Due): Promise<object> {
    return this.transactions.run(by, async (tx) => {
      const custody = await tx.lock(FileCustody, { fileId });
      if (custody.state !== 'parked' || custody.parkedUntil !== until) throw new NoLongerDue();
      await writeParkingLine(tx, by, fileId, { kind: 'day_came' });
      await changeCustody(tx, custody, { state: 'on_desk', ...NOT_SET_ASIDE, backFromParking: 'day_came' });
      await tx.record('file.parking_ended', fileId, {
        // Nobody did it: it bears the name of whoever parked it.
        data: { until, backFromParking: 'day_came' },
      });
      return {};
    });
  }
}
