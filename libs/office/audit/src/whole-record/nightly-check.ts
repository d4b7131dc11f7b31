import { Injectable, Logger } from '@nestjs/common';
import { officeCommand, RECORD_CHECK_HOUR, SCHEDULE } from '@patravali/config';
import { type Queue, select, Transactions } from '@patravali/database';
import { EVENTS } from '@patravali/ledger';
import { lockOrganisation, Organisation } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { CheckRecord, type RecordReport } from './check-record';
import { firstWrong, type FirstWrong } from './first-wrong';

export const CHECK_RECORD: Queue = { name: 'check-record', data: z.object({}), cron: SCHEDULE.checkRecord };
/** More than a day: else an office that was checked late would be checked late ever after. */
const NIGHT_PASSED = `INTERVAL '26 hours'`;

export const RECORD_CHECKED = 'organisation.record_checked';

/** What of the office was held against the record, and the first thing that is wrong: the data of its event. */
export interface CheckedRecord {
  readonly events: number;
  /** Of the log. */
  readonly entries: number;
  readonly notes: number;
  readonly letters: number;
  readonly approvals: number;
  readonly wrong: FirstWrong | null;
}

/** The office checks its own record every night, and records what came of it: nobody has to think of it. */
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
    if (found?.due) await this.execute();
  }

  async execute(): Promise<CheckedRecord> {
    const found = outcomeOf(await this.checkRecord.execute().catch((error: unknown) => this.fail(error)));
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

  private tell({ events, entries, wrong }: CheckedRecord): void {
    const extent = `${events} events, ${entries} entries of the log`;
    if (wrong)
      this.logger.error(`the record is not what was recorded: ${inWords(wrong)}; run "${officeCommand('check')}"`);
    else this.logger.log(`the whole record was checked, nothing was changed: ${extent}`);
  }

  private fail(error: unknown): never {
    this.logger.error(`the record could not be checked: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
}

const DUE = `SELECT extract(hour FROM office_now() AT TIME ZONE 'Asia/Kolkata') = ${RECORD_CHECK_HOUR} OR NOT EXISTS (
  SELECT FROM ${EVENTS} WHERE name = '${RECORD_CHECKED}' AND at > office_now() - ${NIGHT_PASSED}) AS due`;

function outcomeOf(report: RecordReport): CheckedRecord {
  const { chains, log, notes, letters, approvals } = report;
  return {
    events: chains.events,
    entries: log.entries,
    notes: notes.notes,
    letters: letters.letters,
    approvals: approvals.approvals,
    wrong: firstWrong(report),
  };
}

function inWords({ fault, of, place }: FirstWrong): string {
  const where = [of && `${of.kind} ${of.id}`, place].filter(Boolean).join(', ');
  return `${fault} (${where})`;
}
