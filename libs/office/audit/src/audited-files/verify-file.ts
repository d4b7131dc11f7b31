import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileVerification, type RecordFault, WrongRecord } from '@patravali/contract';
import { checkLetters } from '@patravali/correspondence';
import { RECEIPTS } from '@patravali/dak';
import { projection, select, Transactions } from '@patravali/database';
import { checkApprovals } from '@patravali/drafts';
import {
  checkSubjects,
  type EventFault,
  EVENTS,
  logDatabase,
  lossesOfSubjects,
  type SubjectsReport,
  type WrongEvent,
} from '@patravali/ledger';
import { CheckNotes, noteEventShown } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { lockPerson } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DataSource } from 'typeorm';
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
  of: `json_build_object('kind', e.subject_kind, 'number', r.diary_number)`,
});

/** More events than are checked while somebody waits. */
const TOO_LARGE: Omit<FileVerification, 'losses'> = {
  events: null,
  from: null,
  until: null,
  waiting: 0,
  log: { entries: 0, signedAt: null },
  notes: 0,
  letters: 0,
  approvals: 0,
  wrong: null,
};

/** What is held beside the events, once these are right. */
type Frozen = Pick<FileVerification, 'notes' | 'letters' | 'approvals' | 'wrong'>;

/**
 * Holds a file against what was recorded of it: the events that its evidence bundle would hold, against their chains and the signed
 * log; and its notes, letters and approved texts, against the hashes in these events. Changes nothing; that it was asked for, and what
 * came of it, is an event of the person who asked.
 */
@Injectable()
export class VerifyFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly checkNotes: CheckNotes,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** @throws Refusal `not-found` for whoever may not read the file; `not-allowed` for all but auditors; `store-unavailable`. */
  @Serves('verifyFile')
  async execute(actor: Actor, fileId: string): Promise<FileVerification> {
    const subjectIds = await auditedSubjects(this.dataSource, actor, fileId);
    const subjects = { organisationId: actor.organisationId, subjectIds };
    const losses = await lossesOfSubjects(logDatabase(this.dataSource), subjectIds);
    const shown = { condition: noteEventShown('$3'), values: [actor.postId] };
    const report = await checkSubjects(logDatabase(this.dataSource), this.store, subjects, shown);
    const outcome = report ? await this.complete(actor.organisationId, fileId, report) : TOO_LARGE;
    const found = { ...outcome, losses };
    await this.transactions.run(actor, async (tx) => {
      await lockPerson(tx, actor.userId);
      await tx.record('user.verified_file', actor.userId, { relatedId: fileId, data: outcomeOf(found) });
      return {};
    });
    return found;
  }

  private async complete(
    organisationId: string,
    fileId: string,
    report: SubjectsReport,
  ): Promise<Omit<FileVerification, 'losses'>> {
    const { events, from, until, waiting, log, wrong, logFault } = report;
    const frozen = wrong
      ? { notes: 0, letters: 0, approvals: 0, wrong: await this.told(organisationId, wrong) }
      : await this.frozenOf(organisationId, fileId);
    const stands = logFault === null ? null : wrongIn('log_stands');
    return { events, from, until, waiting, log, ...frozen, wrong: frozen.wrong ?? stands };
  }

  private async frozenOf(organisationId: string, fileId: string): Promise<Frozen> {
    const file = { organisationId, subjectIds: [fileId] };
    const { notes, wrong: wrongNotes } = await this.checkNotes.of(file);
    const { letters, wrong: wrongLetters } = await checkLetters(this.dataSource, file);
    const { approvals, wrong: wrongTexts } = await checkApprovals(this.dataSource, file);
    const [wrong = null] = [
      ...wrongNotes.map(({ fault, number }) => wrongIn(`note_${fault}`, number)),
      ...wrongLetters.map(({ fault, serial }) => wrongIn(`letter_${fault}`, serial)),
      ...wrongTexts.map(({ fault, ordinal }) => wrongIn(`approval_${fault}`, ordinal)),
    ];
    return { notes, letters, approvals, wrong };
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
    return { fault: FAULTS[fault], event, number: null };
  }
}

const wrongIn = (fault: RecordFault, number: number | null = null): WrongRecord => ({ fault, event: null, number });

/** Beside whose file it is: how much was looked at, how much of it is lost, and the first thing that was wrong. */
function outcomeOf({ events, log, losses, wrong }: FileVerification): object {
  const lostEvents = losses.reduce((sum, loss) => sum + (loss.events ?? 0), 0);
  return { events, entries: log.entries, ...(lostEvents > 0 && { lostEvents }), ...(wrong && { wrong: wrong.fault }) };
}
