import { areEqual, captured, toHex } from '../primitives/bytes';
import { sha256 } from '../primitives/cryptography';
import { entryOf, KeyHistory } from '../entries/entry';
import { type CanonicalEvent, type ChainLink, NO_HASH, readEvent, SUBJECT_KINDS, UUID } from '../entries/event';
import type { Break } from '../log/log-entries';
import type { VerifierKey } from '../notes/verifier-key';
import { Wrong } from '../primitives/wrong';
import { BundleProofs } from './bundle-proofs';
import type { Container } from './container';
import { checkDeclared, checkLeftOut, copyOf, linksLeftOut, type MadeCopy } from './left-out';
import { type BundleLoss, checkLosses, type PlacedLink } from './losses';
import { checkFiles, MANIFEST, readManifest } from './manifest';
import { documentPath, eventPath } from './paths';

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
  /** Files that only the manifest names. */
  readonly others: number;
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
const PROVEN_FOLDER = /^(?:events|proofs|entries|keys|documents|losses|lost)\//;
const UPLOADED = 'document.uploaded';

/** Checks an evidence bundle. Throws what is wrong first. */
export async function verifyBundle(container: Container, question: BundleQuestion): Promise<BundleAnswer> {
  const manifest = await readManifest(container);
  const firstKey = question.key ?? manifest.log;
  await checkFiles(container, manifest);

  const history = new KeyHistory(firstKey, question.key && (question.laterKeys ?? []));
  const proofs = new BundleProofs(container, history, question.witnesses);
  await proofs.readKeys();
  const links = await linksLeftOut(container, manifest.leftOut?.events ?? []);
  const events = new BundleEvents(container, proofs, links);
  const subjects = subjectsOf([...container.paths, ...links.keys()]);
  if (subjects.size === 0) throw new Wrong('events-missing');
  for (const [subject, count] of subjects) await events.followSubject(subject, count);
  const { losses, read: ofLosses } = await checkLosses(container, manifest.lost, { proofs, chains: events.chains });

  const documents = [...container.paths].filter((path) => path.startsWith('documents/'));
  const proven: ProvenDocument[] = [];
  for (const path of documents) proven.push(await checkDocument(container, path, events.contents));
  const leftOut = manifest.leftOut?.documents ?? [];
  checkLeftOut(container, leftOut, events);
  checkDeclared(container, manifest.leftOut?.documents, events);
  const known = new Set([MANIFEST, ...events.read, ...documents, ...keyFiles(history.count - 1), ...ofLosses]);
  const others = [...container.paths].filter((path) => !known.has(path));
  // In the folders that are proven nothing lies unproven.
  const stray = others.find((path) => PROVEN_FOLDER.test(path));
  if (stray !== undefined) throw new Wrong('file-unexpected', { path: stray });
  return {
    firstKey,
    subjects: subjects.size,
    events: events.count,
    chainedAfterwards: events.chainedAfterwards,
    documents: documents.length,
    contentsAbsent: events.absentBeside(leftOut.map(({ sha256 }) => sha256)),
    documentsLeftOut: leftOut.length,
    copies: leftOut.filter(({ copy }) => copy !== null).length,
    eventsLeftOut: links.size,
    keyChanges: history.count - 1,
    others: others.length,
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

class BundleEvents {
  /** What events name as their content, and the first that does. */
  readonly contents = new Map<string, CanonicalEvent>();
  readonly copies: MadeCopy[] = [];
  readonly chains = new Map<string, PlacedLink[]>();
  readonly uploaded: string[] = [];
  readonly read: string[] = [];
  count = 0;
  chainedAfterwards = 0;
  from = '';
  until = '';

  constructor(
    private readonly container: Container,
    private readonly proofs: BundleProofs,
    private readonly leftOut: ReadonlyMap<string, ChainLink>,
  ) {}

  /** How many contents are neither in the bundle nor among these hashes. */
  absentBeside(hashes: readonly string[]): number {
    const there = (hash: string) => hashes.includes(hash) || this.container.paths.has(documentPath(hash));
    return [...this.contents.keys()].filter((hash) => !there(hash)).length;
  }

  /** All events of a subject, from the first without gap. */
  async followSubject(subject: string, count: number): Promise<void> {
    let previous = NO_HASH;
    const chain: PlacedLink[] = [];
    this.chains.set(subject, chain);
    for (let sequence = 1; sequence <= count; sequence++) {
      const path = eventPath(subject, sequence);
      const event = this.leftOut.get(path) ?? (await this.eventAt(path));
      if (event.subject !== subject || event.sequence !== sequence) {
        throw new Wrong('event-misplaced', { path });
      }
      if (event.previous !== previous) {
        throw new Wrong('chain-broken', { index: path, subject: event.subject, sequence });
      }
      previous = event.hash;
      chain.push({ hash: event.hash, index: await this.prove(event) });
      this.count++;
    }
  }

  private async eventAt(path: string): Promise<ChainLink> {
    if (!this.container.paths.has(path)) throw new Wrong('event-gap', { path });
    const event = readEvent(await this.container.read(path));
    if (!event) throw new Wrong('event-unreadable', { path });
    this.read.push(path);
    this.note(event);
    return event;
  }

  private async prove(event: ChainLink): Promise<number> {
    const entry = entryOf(event);
    const path = `entries/${event.id}.entry`;
    if (!this.container.paths.has(path)) throw new Wrong('file-missing', { path });
    if (!areEqual(await this.container.read(path), entry)) throw new Wrong('entry-of-other-event', { path });
    const proof = `proofs/${event.id}.tlog-proof`;
    const index = await this.proofs.check(proof, entry);
    this.read.push(path, proof);
    return index;
  }

  private note(event: CanonicalEvent): void {
    const { name, content, encoding, at } = event;
    if (this.from === '' || at < this.from) this.from = at;
    if (at > this.until) this.until = at;
    if (content !== undefined && !this.contents.has(content)) this.contents.set(content, event);
    if (content !== undefined && name === UPLOADED) this.uploaded.push(content);
    const copy = copyOf(event);
    if (copy) this.copies.push(copy);
    if (encoding === 0) this.chainedAfterwards++;
  }
}
