import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileVerification, type PartCounts, type RecordFault, WrongRecord } from '@patravali/contract';
import { RECEIPTS } from '@patravali/dak';
import { projection, select, Transactions } from '@patravali/database';
import {
  AS_SEALED,
  checkSubjects,
  type EventFault,
  EVENTS,
  logDatabase,
  lossesOfSubjects,
  SEALED_TABLES,
  type SealedTable,
  type SubjectsReport,
  type WrongEvent,
} from '@patravali/ledger';
import { noteEventShown } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { lockPerson } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DataSource } from 'typeorm';
import { beginParts, countsOf } from '../parts/record-parts';
import { auditedSubjects } from '../scope/audited-subjects';

const FAULTS = {
  changed: 'event_changed',
  unchained: 'event_unchained',
  missing: 'event_missing',
  'too-early': 'event_too_early',
  unlogged: 'event_unlogged',
  'other-entry': 'entry_changed',
} as const satisfies Record<EventFault, RecordFault>;

const WrongEvent = WrongRecord.shape.event.unwrap();
const TOLD = projection(WrongEvent, {
  name: 'e.name',
  at: 'e.at',
  of: `json_build_object('kind', e.subject_kind, 'number', r.diary_number, 'numberHi', r.diary_number_hi)`,
});

const compared = (parts: PartCounts): Omit<Compared, 'wrong'> => {
  const { notes, letters, approvals } = parts;
  return { parts, notes, letters, approvals };
};
const NOTHING_COMPARED = compared(countsOf(beginParts([]).reports));

/** More events than are checked while somebody waits. */
const TOO_LARGE: Omit<FileVerification, 'losses'> = {
  events: null,
  from: null,
  until: null,
  waiting: 0,
  uncoveredSeconds: 0,
  log: { entries: 0, signedAt: null },
  ...NOTHING_COMPARED,
  wrong: null,
};

/** What is held against the events, once these are right. */
type Compared = Pick<FileVerification, 'parts' | 'notes' | 'letters' | 'approvals' | 'wrong'>;

/**
 * Holds a file against what was recorded of it: the events that its evidence bundle would hold, against their chains and the signed
 * log; and each part of its record, such as its notes, against these events. Changes nothing; that it was asked for, and what
 * came of it, is an event of the person who asked.
 */
@Injectable()
export class VerifyFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(SEALED_TABLES) private readonly tables: readonly SealedTable[],
  ) {}

  /** @throws Refusal `not-found` for whoever may not read the file; `not-allowed` for all but auditors; `store-unavailable`. */
  @Serves('verifyFile')
  async execute(actor: Actor, fileId: string): Promise<FileVerification> {
    const subjectIds = await auditedSubjects(this.dataSource, actor, fileId);
    const subjects = { organisationId: actor.organisationId, subjectIds };
    const losses = await lossesOfSubjects(logDatabase(this.dataSource), subjectIds);
    const shown = { condition: noteEventShown('$3'), values: [actor.postId] };
    const report = await checkSubjects(logDatabase(this.dataSource), this.store, subjects, shown);
    const outcome = report ? await this.complete(actor.organisationId, report) : TOO_LARGE;
    const found = { ...outcome, losses };
    await this.transactions.run(actor, async (tx) => {
      await lockPerson(tx, actor.userId);
      await tx.record('user.verified_file', actor.userId, { relatedId: fileId, data: outcomeOf(found) });
      return {};
    });
    return found;
  }

  private async complete(organisationId: string, report: SubjectsReport): Promise<Omit<FileVerification, 'losses'>> {
    const { events, from, until, waiting, uncoveredSeconds, log, wrong, logFault } = report;
    const found = wrong
      ? { ...NOTHING_COMPARED, wrong: await this.told(organisationId, wrong) }
      : await this.partsOf(organisationId, report);
    const stands = logFault === null ? null : wrongIn('log_stands');
    return { events, from, until, waiting, uncoveredSeconds, log, ...found, wrong: found.wrong ?? stands };
  }

  /** As of one moment. The people and posts that the events name belong to the file as it is shown. */
  private async partsOf(organisationId: string, { subjects }: SubjectsReport): Promise<Compared> {
    const office = { organisationId, subjectKind: 'organisation', subjectIds: [organisationId] } as const;
    const check = beginParts(this.tables);
    await this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query(AS_SEALED);
      for (const each of [...subjects, office]) await check.check(manager, each);
    });
    const [first] = check.reports.flatMap(({ wrong }) => wrong);
    return { ...compared(countsOf(check.reports)), wrong: first ? wrongIn(first.fault, first.place) : null };
  }

  /** The event in words; where one is missing, the one behind the gap. */
  private async told(organisationId: string, { subjectId, sequence, fault }: WrongEvent): Promise<WrongRecord> {
    const [event = null] = await select(
      this.dataSource,
      TOLD.row,
      `SELECT ${TOLD.columns} FROM ${EVENTS} e
       LEFT JOIN ${RECEIPTS} ON r.organisation_id = e.organisation_id AND r.id = e.subject_id
       WHERE e.organisation_id = $1 AND e.subject_id = $2 AND e.sequence >= $3 ORDER BY e.sequence LIMIT 1`,
      [organisationId, subjectId, sequence],
    );
    return { fault: FAULTS[fault], event, number: null, row: null };
  }
}

const wrongIn = (fault: RecordFault, place: number | string | null = null): WrongRecord => ({
  fault,
  event: null,
  number: typeof place === 'number' ? place : null,
  row: typeof place === 'string' ? place : null,
});

/** Beside whose file it is: how much was looked at, how much of it is lost, and the first thing that was wrong. */
function outcomeOf({ events, log, losses, wrong }: FileVerification): object {
  const lostEvents = losses.reduce((sum, loss) => sum + (loss.events ?? 0), 0);
  return { events, entries: log.entries, ...(lostEvents > 0 && { lostEvents }), ...(wrong && { wrong: wrong.fault }) };
}
