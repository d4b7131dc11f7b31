import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import { type FileVerification, type RecordFault, WrongRecord } from '@patravali/contract';
import { checkLetters, subjectsOnFile } from '@patravali/correspondence';
import { CUSTODY, mayReadFile } from '@patravali/custody';
import { RECEIPTS } from '@patravali/dak';
import { projection, select, Transactions } from '@patravali/database';
import { checkApprovals } from '@patravali/drafts';
import { Refusal } from '@patravali/errors';
import {
  checkSubjects,
  countReading,
  type EventFault,
  EVENTS,
  logDatabase,
  type SubjectsReport,
  type WrongEvent,
} from '@patravali/ledger';
import { CheckNotes, noteEventShown } from '@patravali/notes';
import { lockPerson } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { refuseNonAuditor } from './refuse-non-auditor';

const FAULTS = {
  changed: 'event_changed',
  unchained: 'event_unchained',
  missing: 'event_missing',
  unlogged: 'event_unlogged',
  'other-entry': 'entry_changed',
} as const satisfies Record<EventFault, RecordFault>;

const ToldEvent = WrongRecord.shape.event.unwrap();
const TOLD = projection(ToldEvent, {
  name: 'e.name',
  at: 'e.at',
  of: `json_build_object('kind', e.subject_kind, 'number', r.diary_number)`,
});

const SUBJECTS = projection(z.object({ others: z.array(z.uuid()), graded: z.boolean() }), {
  others: subjectsOnFile('c.organisation_id', 'c.file_id'),
  graded: `c.grading <> 'normal'`,
});

/** More events than are checked while somebody waits. */
const TOO_LARGE: FileVerification = {
  ...{ events: null, from: null, until: null, waiting: 0, log: { entries: 0, signedAt: null } },
  ...{ notes: 0, letters: 0, approvals: 0, wrong: null },
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
  async execute(actor: Actor, fileId: string): Promise<FileVerification> {
    const subjects = { organisationId: actor.organisationId, subjectIds: await this.subjectsOf(actor, fileId) };
    const shown = { condition: noteEventShown('$3'), values: [actor.postId] };
    const report = await checkSubjects(logDatabase(this.dataSource), this.store, subjects, shown);
    const found = report ? await this.complete(actor.organisationId, fileId, report) : TOO_LARGE;
    await this.transactions.run(actor, async (tx) => {
      await lockPerson(tx, actor.userId);
      await tx.record({
        subject: { kind: 'user', id: actor.userId },
        name: 'user.verified_file',
        relatedId: fileId,
        data: outcomeOf(found),
      });
      return {};
    });
    return found;
  }

  private async subjectsOf(actor: Actor, fileId: string): Promise<string[]> {
    const parameters = new Parameters();
    const [file] = await select(
      this.dataSource,
      SUBJECTS.row,
      `SELECT ${SUBJECTS.columns} FROM ${CUSTODY}
       WHERE c.file_id = ${parameters.bind(fileId)} AND ${mayReadFile(actor, parameters)}`,
      parameters.values,
    );
    if (!file) throw new Refusal('not-found');
    refuseNonAuditor(actor);
    if (file.graded) await countReading(this.dataSource, actor, { item: { kind: 'file', id: fileId }, act: 'opened' });
    return [fileId, ...file.others];
  }

  private async complete(organisationId: string, fileId: string, report: SubjectsReport): Promise<FileVerification> {
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

/** Beside whose file it is: how much was looked at, and the first thing that was wrong. */
function outcomeOf({ events, log, wrong }: FileVerification): object {
  return { events, entries: log.entries, ...(wrong && { wrong: wrong.fault }) };
}
