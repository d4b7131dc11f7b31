import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { checkLetters, type LettersReport } from '@patravali/correspondence';
import { type ApprovalsReport, checkApprovals } from '@patravali/drafts';
import {
  checkChains,
  type ChainReport,
  checkLog,
  logDatabase,
  type LogReport,
  LogWitness,
  subjectsInTurn,
} from '@patravali/ledger';
import { CheckNotes, type NotesReport } from '@patravali/notes';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DataSource } from 'typeorm';

interface FrozenReport {
  readonly notes: NotesReport;
  readonly letters: LettersReport;
  readonly approvals: ApprovalsReport;
}

export interface RecordReport extends FrozenReport {
  readonly chains: ChainReport;
  readonly log: LogReport;
  /** The office has a witness of its log, and it did not answer. */
  readonly isWitnessAway: boolean;
}

/**
 * Holds all that the office has recorded against what was recorded: the chains of all events, the log against database, store and
 * witness, and the notes, letters and approved texts of all files against the hashes in the events. Changes nothing. The bytes of
 * the documents it does not read. It goes piece by piece, and whoever else asks this process is answered in between.
 */
@Injectable()
export class CheckRecord {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checkNotes: CheckNotes,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'witness'>,
  ) {}

  /** @throws Refusal `store-unavailable` */
  async execute(): Promise<RecordReport> {
    const chains = await checkChains(this.dataSource);
    const frozen = await this.frozen();
    // Before the log is read: it grows meanwhile, and what the witness signs with it.
    const witnessed = await this.hearWitness();
    const log = await checkLog(logDatabase(this.dataSource), this.store, witnessed);
    return { chains, ...frozen, log, isWitnessAway: this.config.witness !== undefined && witnessed === null };
  }

  private async frozen(): Promise<FrozenReport> {
    const notes = { notes: 0, wrong: [] as NotesReport['wrong'][number][] };
    const letters = { letters: 0, wrong: [] as LettersReport['wrong'][number][] };
    const approvals = { approvals: 0, wrong: [] as ApprovalsReport['wrong'][number][] };
    for await (const files of subjectsInTurn(this.dataSource, 'file')) {
      const found = await this.checkNotes.of(files);
      const foundLetters = await checkLetters(this.dataSource, files);
      const foundTexts = await checkApprovals(this.dataSource, files);
      notes.notes += found.notes;
      letters.letters += foundLetters.letters;
      approvals.approvals += foundTexts.approvals;
      notes.wrong.push(...found.wrong);
      letters.wrong.push(...foundLetters.wrong);
      approvals.wrong.push(...foundTexts.wrong);
    }
    return { notes, letters, approvals };
  }

  private async hearWitness(): Promise<string | null> {
    const { witness } = this.config;
    return witness ? await new LogWitness({ ...witness, say: () => undefined }).ask() : null;
  }
}
