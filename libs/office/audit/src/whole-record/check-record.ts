import type { Config } from '@patravali/config';
import type { SqlRunner } from '@patravali/database';
import {
  checkChains,
  type ChainReport,
  checkLog,
  type LogPlace,
  type LogQuestion,
  type LogReport,
  type LogStore,
  LogWitness,
  type SealedTable,
  type Statements,
  type Subjects,
  type SubjectsOfKind,
  subjectsGrownSince,
  subjectsInTurn,
  tailOfLog,
} from '@patravali/ledger';
import { beginParts, type RecordPartReport } from '../parts/record-parts';

/** A check that found all right, from which another one may go on. */
export interface LastGood {
  /** When it ended. */
  readonly at: string;
  readonly place: LogPlace;
}

export interface RecordReport {
  /** When the check ended from which this one went on; null: the whole record was looked at. */
  readonly since: string | null;
  readonly chains: ChainReport;
  readonly parts: readonly RecordPartReport[];
  readonly log: LogReport;
  /** The office has a witness of its log, and it did not answer. */
  readonly isWitnessAway: boolean;
  /** So long before the check began the first event happened that no checkpoint covered then, in seconds; 0: none. */
  readonly uncoveredSeconds: number;
}

/** What a check reads from. */
export interface RecordSources {
  readonly database: Statements & SqlRunner;
  readonly store: LogStore;
  readonly witness: Config['witness'];
  readonly tables: readonly SealedTable[];
}

/**
 * Holds what the office has recorded against what was recorded: the chains of events, the parts of the record against the events
 * of their subjects, and the log against database, store and witness. Changes nothing. The bytes of the documents it does not read.
 * @param since the last check that found all right, whose work is not done again; null: everything is looked at.
 * @throws StoreUnavailable
 */
export async function checkRecord(sources: RecordSources, since: LastGood | null): Promise<RecordReport> {
  const { database, tables } = sources;
  // What is logged later than now belongs to the next check, for its chain may have been looked at by then.
  const tail = await tailOfLog(database);
  const grown = since && (await subjectsGrownSince(database, since.place.entries));
  // Beside each other: the database reads for one while what it has read for another is compared here.
  const [{ chains, log, isWitnessAway }, parts] = await Promise.all([
    chainsAndLog(sources, since && grown && { place: since.place, grown }, tail.entries),
    partsOf(beginParts(tables), database, grown),
  ]);
  return { since: since?.at ?? null, chains, parts, log, isWitnessAway, uncoveredSeconds: tail.seconds };
}

async function chainsAndLog(
  { database, store, witness }: RecordSources,
  since: NonNullable<LogQuestion['since']> | null,
  until: number,
): Promise<Pick<RecordReport, 'chains' | 'log' | 'isWitnessAway'>> {
  const chains = since ? await chainsOf(database, since.grown) : await checkChains(database);
  // Before the log is read: it grows meanwhile, and what the witness signs with it.
  const witnessed = witness ? await new LogWitness({ ...witness, say: () => undefined }).ask() : null;
  const log = await checkLog(database, store, { witnessed, since, until });
  return { chains, log, isWitnessAway: witness !== undefined && witnessed === null };
}

async function chainsOf(database: Statements, grown: readonly Subjects[]): Promise<ChainReport> {
  const reports: ChainReport[] = [];
  for (const subjects of grown) reports.push(await checkChains(database, subjects));
  return {
    events: reports.reduce((sum, { events }) => sum + events, 0),
    subjects: reports.reduce((sum, { subjects }) => sum + subjects, 0),
    broken: reports.flatMap(({ broken }) => broken),
  };
}

async function partsOf(
  check: ReturnType<typeof beginParts>,
  database: Statements & SqlRunner,
  grown: readonly SubjectsOfKind[] | null,
): Promise<readonly RecordPartReport[]> {
  if (grown) await check.checkThese(database, grown);
  else await check.checkAll(database, (kind) => subjectsInTurn(database, kind));
  return check.reports;
}
