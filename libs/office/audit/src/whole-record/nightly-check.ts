import { Injectable, Logger } from '@nestjs/common';
import { officeCommand, RECORD_CHECK_HOUR, SCHEDULE } from '@patravali/config';
import { type Queue, select, Transactions } from '@patravali/database';
import { EVENTS } from '@patravali/ledger';
import { lockOrganisation, Organisation } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { CheckNotMade, CheckRecord } from './check-process';
import { type CheckedRecord, outcomeOf, RECORD_CHECKED } from './checked-record';
import type { FirstWrong } from './first-wrong';

export const CHECK_RECORD: Queue = { name: 'check-record', data: z.object({}), cron: SCHEDULE.checkRecord };
/** More than a day: else an office that was checked late would be checked late ever after. */
const NIGHT_PASSED = `INTERVAL '26 hours'`;

/**
 * The office checks its own record every night, and records what came of it: nobody has to think of it. Each time it looks at
 * what has grown, once a week at all of it.
 */
@Injectable()
export class NightlyCheck {
  private readonly logger = new Logger(NightlyCheck.name);

  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly checkRecord: CheckRecord,
  ) {}

  /** At night; at another hour when the night has passed without. */
  async executeIfDue(): Promise<void> {
    const [found] = await select(this.database, z.object({ due: z.boolean() }), DUE);
    if (!found?.due) return;
    await this.execute().catch((error: unknown) => {
      // Whoever checks it already records what comes of it, or the next hour looks again.
      if (!isUnderWay(error)) throw error;
    });
  }

  async execute({ whole } = { whole: false }): Promise<CheckedRecord> {
    const found = outcomeOf(await this.checkRecord.execute({ whole }).catch((error: unknown) => this.fail(error)));
    // There is one record of all organisations: one log, one store.
    for (const { id } of await this.database.find(Organisation, { select: { id: true } })) await this.record(id, found);
    this.tell(found);
    return found;
  }

  private async record(organisationId: string, found: CheckedRecord): Promise<void> {
    const by = { organisationId, userId: null, postId: null, capacity: null };
    const data: object = found;
    await this.transactions.run(by, async (tx) => {
      await lockOrganisation(tx);
      await tx.record(RECORD_CHECKED, organisationId, { data });
      return {};
    });
  }

  private tell({ since, events, entries, wrong }: CheckedRecord): void {
    const looked = since === null ? 'the whole record' : `what the record has gained since ${since}`;
    const extent = `${events} events, ${entries} entries of the log`;
    if (wrong)
      this.logger.error(`the record is not what was recorded: ${inWords(wrong)}; run "${officeCommand('check')}"`);
    else this.logger.log(`${looked} was checked, nothing was changed: ${extent}`);
  }

  private fail(error: unknown): never {
    const said = `the record could not be checked: ${error instanceof Error ? error.message : String(error)}`;
    if (isUnderWay(error)) this.logger.log(said);
    else this.logger.error(said);
    throw error;
  }
}

const isUnderWay = (error: unknown): boolean => error instanceof CheckNotMade && error.reason === 'under-way';

const DUE = `SELECT extract(hour FROM office_now() AT TIME ZONE 'Asia/Kolkata') = ${RECORD_CHECK_HOUR} OR NOT EXISTS (
  SELECT FROM ${EVENTS} WHERE name = '${RECORD_CHECKED}' AND at > office_now() - ${NIGHT_PASSED}) AS due`;

function inWords({ fault, of, place }: FirstWrong): string {
  const where = [of && `${of.kind} ${of.id}`, place].filter(Boolean).join(', ');
  return `${fault} (${where})`;
}
