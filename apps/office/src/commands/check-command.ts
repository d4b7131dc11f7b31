import { CheckNotMade, CheckRecord, type RecordPartReport, type RecordReport } from '@patravali/audit';
import { Refusal } from '@patravali/errors';
import {
  type Agreement,
  type CalledDocument,
  CheckStore,
  type Lack,
  StoreGeneration,
  type StoreReport,
} from '@patravali/documents';
import { type Config, languageOf } from '@patravali/config';
import { type BrokenChain, type ChainReport, type Fault, type LogReport, type SubjectKind } from '@patravali/ledger';
import { translateRefusal } from '@patravali/messages';
import { LauncherRefusal, sentence, type SentenceCode } from '../parts/sentences';
import { LOG_FAULTS, RESUMABLE, sentenceOfBreak } from './log-sentences';
import { withDatabase } from './opening/with-database';
import { withOffice } from './opening/with-office';

const BYTES_PER_MIB = 1024 * 1024;
const BRING_BACK = '--bring-back';
const THIS_DATABASE = '--this-database';

const LACKS = { missing: 'checkMissing', damaged: 'checkDamaged' } as const satisfies Record<string, SentenceCode>;
const PLACES = {
  receipt: 'checkReceipt',
  file: 'checkFile',
  issue: 'checkIssue',
  charge: 'checkCharge',
  template: 'checkTemplate',
} as const satisfies Record<string, SentenceCode>;

const FAULTS = {
  changed: 'checkEventChanged',
  unchained: 'checkEventUnchained',
  missing: 'checkEventMissing',
  'too-early': 'checkEventTooEarly',
} as const satisfies Record<Fault, SentenceCode>;
const SUBJECTS = {
  file: 'checkSubjectFile',
  receipt: 'checkSubjectReceipt',
  user: 'checkSubjectUser',
  document: 'checkSubjectDocument',
  organisation: 'checkSubjectOrganisation',
  readings: 'checkSubjectReadings',
} as const satisfies Record<SubjectKind, SentenceCode>;

/**
 * `npm run office -- check`: computes the chain of every subject's events anew, and names the first event of each that is not
 * what was recorded; holds the parts of the record against their events, and the log against both; reads every document in the store, and names those
 * that are missing or damaged. With `--bring-back` it puts back what a sweep has set aside; with `--this-database` the
 * database and the store agree from now on.
 */
export async function check(words: readonly string[]): Promise<void> {
  if (words.some((word) => word !== BRING_BACK && word !== THIS_DATABASE)) throw new LauncherRefusal('usage');
  await withDatabase(async (config) => {
    const report = await withOffice(config, async (office) => {
      if (words.includes(THIS_DATABASE)) await office.get(StoreGeneration, { strict: false }).acceptDatabase();
      console.log(sentence('checkBeginsEvents'));
      tellOfRecord(await office.get(CheckRecord, { strict: false }).execute({ whole: true, isAwaited: true }), config);
      console.log(sentence('checkBegins'));
      const bringBack = words.includes(BRING_BACK);
      const checking = office.get(CheckStore, { strict: false });
      return await checking.execute({ bringBack, onLack: (lack) => tell(lack, bringBack) });
    }).catch(refuse);
    summarise(report);
  });
}

function refuse(error: unknown): never {
  if (error instanceof CheckNotMade)
    throw error.reason === 'under-way'
      ? new LauncherRefusal('checkUnderWay')
      : new LauncherRefusal('checkNotMade', { reason: error.message });
  if (!(error instanceof Refusal)) throw error;
  throw new LauncherRefusal('storeUnreachable', { reason: translateRefusal(languageOf(process.env), error.code) });
}

function tellOfRecord(report: RecordReport, config: Config): void {
  const { chains, parts, log, isWitnessAway, uncoveredSeconds } = report;
  const wrong = [tellOfEvents(chains), ...parts.map(tellOfPart)];
  if (wrong.includes(true)) tellOfTheWayOut();
  if (isWitnessAway) console.log(sentence('checkWitnessAway', { url: config.witness?.url ?? '' }));
  tellOfLog(log);
  console.log(sentence('checkWasWhole'));
  if (uncoveredSeconds > 0) console.log(sentence('checkUncovered', { count: uncoveredSeconds }));
}

/** Whether any is wrong. */
function tellOfEvents({ events, subjects, broken }: ChainReport): boolean {
  for (const each of broken)
    console.log(sentence(FAULTS[each.fault], { place: each.sequence, subject: subjectOf(each) }));
  console.log(sentence('checkEvents', { events, subjects, broken: broken.length }));
  return broken.length > 0;
}

/** Whether any of it is wrong. */
function tellOfPart({ name, count, wrong, wrongCount }: RecordPartReport): boolean {
  for (const each of wrong)
    console.log(sentence(`checkFault.${each.fault}`, { place: each.place, subject: subjectOf(each) }));
  console.log(sentence(`checkPart.${name}`, { count, wrong: wrongCount }));
  return wrongCount > 0;
}

function tellOfLog({ entries, unlogged, firstUnlogged, fault, place, breaks, witnessOf }: LogReport): void {
  for (const each of breaks) console.log(sentenceOfBreak(each));
  if (witnessOf !== null) console.log(sentence('checkWitnessOfOther', { origin: witnessOf }));
  if (fault) console.log(sentence(LOG_FAULTS[fault], { place }));
  if (fault && RESUMABLE.includes(fault)) console.log(sentence('checkLogWayOn'));
  if (firstUnlogged)
    console.log(sentence('checkEventUnlogged', { place: firstUnlogged.sequence, subject: subjectOf(firstUnlogged) }));
  console.log(sentence('checkLog', { entries, unlogged }));
  if (fault || unlogged > 0) process.exitCode = 1;
}

function tellOfTheWayOut(): void {
  console.log(sentence('checkEventsWayOut'));
  process.exitCode = 1;
}

const subjectOf = ({ subjectKind, subjectId }: Pick<BrokenChain, 'subjectKind' | 'subjectId'>): string =>
  sentence(SUBJECTS[subjectKind], { id: subjectId });

function tell({ kind, documents, sha256, setAside }: Lack, bringBack: boolean): void {
  for (const document of documents) {
    const { fileName, uploadedBy } = document;
    console.log(sentence(LACKS[kind], { fileName, uploadedBy, places: placesOf(document), sha256 }));
  }
  if (setAside) console.log(`  ${sentence(bringBack ? 'checkBroughtBack' : 'checkSetAside')}`);
}

function placesOf({ places }: CalledDocument): string {
  if (places.length === 0) return sentence('checkNowhere');
  return places.map(({ kind, name }) => sentence(PLACES[kind], { name })).join('; ');
}

function summarise(report: StoreReport): void {
  const { missing, damaged, agreement } = report;
  console.log(sentence('checkSummary', { ...report, mib: Math.ceil(report.superfluousBytes / BYTES_PER_MIB) }));
  const lacks = missing + damaged > 0;
  if (lacks) console.log(sentence('checkWayOut'));
  const disagreement = DISAGREEMENTS[agreement];
  if (disagreement) console.log(sentence(disagreement));
  if (lacks || disagreement) process.exitCode = 1;
}

const DISAGREEMENTS: Readonly<Record<Agreement, SentenceCode | null>> = {
  agreed: null,
  unmarked: null,
  'older-database': 'checkOlderDatabase',
  'other-office': 'checkOtherOffice',
};
