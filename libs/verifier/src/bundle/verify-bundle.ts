import { captured, toHex } from '../primitives/bytes';
import { sha256 } from '../primitives/cryptography';
import { KeyHistory } from '../entries/entry';
import { type CanonicalEvent, SUBJECT_KINDS, UUID } from '../entries/event';
import type { Break } from '../log/log-entries';
import type { VerifierKey } from '../notes/verifier-key';
import { Wrong } from '../primitives/wrong';
import { checkMadePdfs, type MadePdf } from '../rows/made-pdfs';
import { BundleEvents } from './bundle-events';
import { BundleProofs } from './bundle-proofs';
import { BundleRows, type ComparedRows } from './bundle-rows';
import type { Container } from './container';
import { checkDeclared, checkLeftOut, linksLeftOut } from './left-out';
import { type BundleLoss, checkLosses } from './losses';
import { checkFiles, MANIFEST, readManifest } from './manifest';
import { documentPath } from './paths';

export interface BundleQuestion {
  /** The first key of the log, when the verifier was given it; otherwise the one that the bundle names. */
  readonly key?: VerifierKey | undefined;
  /** Keys with which the log went on after one was lost; read only beside `key`. */
  readonly laterKeys?: readonly VerifierKey[] | undefined;
  readonly witnesses: readonly VerifierKey[];
}

export interface BundleAnswer {
  readonly firstKey: VerifierKey;
  readonly subjects: number;
  readonly events: number;
  /** Events that were chained only when the office was brought up to date. */
  readonly chainedAfterwards: number;
  readonly documents: number;
  /** Documents that are said to be left out, and copies that stand in the place of some of them. */
  readonly documentsLeftOut: number;
  readonly copies: number;
  /** Events of which the bundle holds the entry, and not what they say. */
  readonly eventsLeftOut: number;
  /** Contents that events name by their hash, that are not in the bundle and not said to be left out. */
  readonly contentsAbsent: number;
  readonly keyChanges: number;
  readonly compared: ComparedRows;
  /** PDFs that the office has made for the bundle, and has named. */
  readonly made: readonly MadePdf[];
  /** Paths of files that only the manifest names. */
  readonly others: readonly string[];
  /** Size of the largest checkpoint. */
  readonly size: number;
  /** When the first of the events happened, and when the last. */
  readonly from: string;
  readonly until: string;
  readonly proven: readonly ProvenDocument[];
  /** Whose signatures stand under the checkpoints as well, and were not asked for. */
  readonly otherSigners: readonly string[];
  /** Keys of the log that were lost. */
  readonly lostKeys: readonly Break[];
  /** Events of these subjects that the office has lost. */
  readonly losses: readonly BundleLoss[];
}

/** A document, and the first event that names it. */
export interface ProvenDocument {
  readonly path: string;
  readonly event: Pick<CanonicalEvent, 'name' | 'at'>;
}

const EVENT_PATH = new RegExp(`^events/(${SUBJECT_KINDS.join('|')})-(${UUID})/[0-9]{6,10}\\.event$`);
const PROVEN_FOLDER = /^(?:events|proofs|entries|keys|documents|losses|lost|naming|rows)\//;

/** Checks an evidence bundle. Throws what is wrong first. */
export async function verifyBundle(container: Container, question: BundleQuestion): Promise<BundleAnswer> {
  const manifest = await readManifest(container);
  const firstKey = question.key ?? manifest.log;
  await checkFiles(container, manifest);

  const history = new KeyHistory(firstKey, question.key && (question.laterKeys ?? []));
  const proofs = new BundleProofs(container, history, question.witnesses);
  await proofs.readKeys();
  const links = await linksLeftOut(container, manifest.leftOut?.events ?? []);
  const rows = new BundleRows(container, manifest.leftOut !== undefined);
  const events = new BundleEvents(container, { proofs, rows, leftOut: links });
  const subjects = subjectsOf([...container.paths, ...links.keys()]);
  if (subjects.size === 0) throw new Wrong('events-missing');
  for (const [subject, count] of subjects) await events.followSubject(subject, count);
  await events.readNaming();
  const { losses, read: ofLosses } = await checkLosses(container, manifest.lost, { proofs, chains: events.chains });
  const compared = await rows.compare();

  const documents = [...container.paths].filter((path) => path.startsWith('documents/'));
  const proven: ProvenDocument[] = [];
  for (const path of documents) proven.push(await checkDocument(container, path, events.contents));
  const leftOut = manifest.leftOut?.documents ?? [];
  checkLeftOut(container, leftOut, events);
  checkDeclared(container, manifest.leftOut?.documents, events);
  const keys = keyFiles(history.count - 1);
  const known = new Set([MANIFEST, ...events.read, ...rows.read, ...documents, ...keys, ...ofLosses]);
  const unproven = manifest.files.filter(({ path }) => !known.has(path));
  // In the folders that are proven nothing lies unproven.
  const stray = unproven.find(({ path }) => PROVEN_FOLDER.test(path));
  if (stray) throw new Wrong('file-unexpected', { path: stray.path });
  const made = checkMadePdfs(unproven, events);
  return {
    firstKey,
    subjects: subjects.size,
    events: events.count,
    chainedAfterwards: events.chainedAfterwards,
    documents: documents.length,
    contentsAbsent: events.absentBeside([...leftOut, ...made].map(({ sha256 }) => sha256)),
    documentsLeftOut: leftOut.length,
    copies: leftOut.filter(({ copy }) => copy !== null).length,
    eventsLeftOut: links.size,
    keyChanges: history.count - 1,
    compared,
    made,
    others: unproven.map(({ path }) => path).filter((path) => made.every((pdf) => pdf.path !== path)),
    size: proofs.largest,
    proven,
    from: events.from,
    until: events.until,
    otherSigners: [...proofs.otherSigners],
    lostKeys: proofs.lostKeys,
    losses,
  };
}

/** How many events of each subject there are. */
function subjectsOf(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const parts = captured<[kind: string, id: string]>(EVENT_PATH, path);
    if (!parts) continue;
    const subject = parts.join(' ');
    counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return counts;
}

function keyFiles(changes: number): string[] {
  return Array.from({ length: changes }, (_, at) => [`keys/${at + 1}.entry`, `keys/${at + 1}.tlog-proof`]).flat();
}

async function checkDocument(
  container: Container,
  path: string,
  contents: ReadonlyMap<string, CanonicalEvent>,
): Promise<ProvenDocument> {
  const hash = toHex(sha256(await container.read(path)));
  if (path !== documentPath(hash)) throw new Wrong('document-misnamed', { path });
  const event = contents.get(hash);
  if (!event) throw new Wrong('document-of-no-event', { path });
  return { path, event: { name: event.name, at: event.at } };
}
