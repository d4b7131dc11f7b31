import { Inject, Injectable, Logger } from '@nestjs/common';
import { SCHEDULE } from '@patravali/config';
import { CUSTODY } from '@patravali/custody';
import { RECEIPTS } from '@patravali/dak';
import { type Queue, select } from '@patravali/database';
import { DOCUMENTS } from '@patravali/documents';
import { rowsOfSubjects, subjectOfRow, type SubjectWithRows } from '@patravali/evidence';
import { ROWS_SEALED, SEALED_TABLES, sealOldRows, type SealedTable } from '@patravali/ledger';
import { Organisation } from '@patravali/organisation';
import { setTimeout as pause } from 'node:timers/promises';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

export const SEAL_OLD_ROWS: Queue = { name: 'seal-old-rows', data: z.object({}), cron: SCHEDULE.sealOldRows };

/** Things that are locked at once, for some hundredths of a second. */
const AT_ONCE = 100;
/** Whoever works in the office goes first. */
const PAUSE_MS = 20;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Their rows are locked, so that nobody changes what is being named; a file is locked where every act on it locks it. */
const NEXT = {
  file: next(CUSTODY, 'c', 'file_id'),
  receipt: next(RECEIPTS, 'r'),
  // Nobody changes a document.
  document: next(DOCUMENTS, 'd', 'id', ''),
} as const;

function next(table: string, row: string, id = 'id', lock = `FOR UPDATE OF ${row}`): string {
  return `SELECT ${row}.${id} AS id FROM ${table} WHERE ${row}.organisation_id = $1 AND ${row}.${id} > $2
    ORDER BY ${row}.${id} LIMIT $3 ${lock}`;
}

/**
 * Names what stands in the record from before events named rows: in one event of each file and receipt, in one of the organisation for
 * a hundred documents, and in a last one for its people and posts; beside the work of the office. From then on a row that
 * no event names was written by nobody.
 */
@Injectable()
export class SealOldRows {
  private readonly logger = new Logger(SealOldRows.name);
  /** Organisations in which nothing is left to do. */
  private readonly done = new Set<string>();

  constructor(
    private readonly database: EntityManager,
    @Inject(SEALED_TABLES) private readonly tables: readonly SealedTable[],
  ) {}

  /** Cheap when it is done. It may be broken off at any time, and goes on where rows are left. */
  async execute(): Promise<void> {
    for (const { id } of await this.database.find(Organisation, { select: { id: true } })) {
      if (this.done.has(id)) continue;
      if (!(await this.isSealed(id))) await this.seal(id);
      this.done.add(id);
    }
  }

  private async isSealed(organisationId: string): Promise<boolean> {
    const [found] = await select(this.database, z.object({ sealed: z.boolean() }), ROWS_SEALED, [organisationId]);
    return found?.sealed ?? false;
  }

  private async seal(organisationId: string): Promise<void> {
    let rows = 0;
    for (const kind of ['file', 'receipt', 'document'] as const) {
      for (let last: string | undefined = NO_ID; last;) {
        const next = await this.sealNext(organisationId, kind, last);
        [rows, last] = [rows + next.rows, next.last];
        await pause(PAUSE_MS);
      }
    }
    rows += await this.sealOrganisation(organisationId);
    this.logger.log(`${rows} rows from before are named by events`);
  }

  /** Another transaction may hold one of them for some seconds: then it fails, and is tried again. */
  private async sealNext(organisationId: string, of: keyof typeof NEXT, after: string) {
    return await this.database.transaction(async (manager) => {
      const found = await select(manager, z.object({ id: z.uuid() }), NEXT[of], [organisationId, after, AT_ONCE]);
      const ids = found.map(({ id }) => id);
      const kind = of === 'document' ? 'organisation' : of;
      return { rows: await sealOldRows(manager, this.partsOf(of), { organisationId, kind, ids }), last: ids.at(-1) };
    });
  }

  /** The last: what belongs to nothing else, people and posts. */
  private async sealOrganisation(id: string): Promise<number> {
    const kind = 'organisation';
    return await this.database.transaction(async (manager) => {
      await manager.findOne(Organisation, { where: { id }, select: { id: true }, lock: { mode: 'pessimistic_write' } });
      return await sealOldRows(manager, this.partsOf(kind), { organisationId: id, kind, ids: [id], isLast: true });
    });
  }

  private partsOf(of: SubjectWithRows) {
    return this.tables.flatMap((table) => {
      const subject = subjectOfRow(table, of);
      const condition = rowsOfSubjects(table, of);
      return subject && condition ? [{ table, condition, subject: of === 'document' ? '$1::uuid' : subject }] : [];
    });
  }
}
