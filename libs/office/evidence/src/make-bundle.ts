import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import { type AttachedLetter, type FileView, isAttached, type OriginalView } from '@patravali/contract';
import { ListCorrespondence } from '@patravali/correspondence';
import { DocumentBytes, newSpoolPlace, spoolFolder } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { FileViewQuery } from '@patravali/files';
import {
  logDatabase,
  LogStands,
  type NamedRow,
  proveEvents,
  type ProvenEntry,
  type ProvenEvent,
} from '@patravali/ledger';
import { letterWithEnclosures } from '@patravali/letters';
import { type BoundFile, type BundleOptions, ListOriginals, ListRedactions, OfficeName } from '@patravali/records';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DataSource } from 'typeorm';
import {
  type BundleContent,
  eventPath,
  eventsInWords,
  type FileInBundle,
  type LeftOut,
  type ProvenRecord,
} from './bundle-content';
import { BundleIndex } from './bundle-index';
import { BundleRecord, type BundledRecord } from './record/bundle-record';
import { BundleZip } from './bundle-zip';
import { Certificates } from './certificates';
import { copiesInBundle } from './copies-in-bundle';
import { lettersInBundle } from './letters-in-bundle';
import { type MadeFiles, WholeFiles } from './whole-files';

const WHOLE_FILE = 'whole-file.pdf';
/** More than any file has. */
const WHOLE = 1_000_000;
/** An event is in the log within two seconds, and signed by the witness some seconds later; so often, in so many milliseconds, it is asked for. */
const LOOKS = 40;
const LOOKS_FOR_WITNESS = 20;
const LOOK_EVERY_MS = 500;

/** A file that the bundle is of, and what of it belongs to the bundle: the letters, for RTI the originals of the copies. */
interface FoundFile {
  readonly file: Pick<FileView, 'id' | 'number' | 'subject' | 'computerNumber'>;
  readonly letters: readonly AttachedLetter[];
  readonly originals: readonly OriginalView[];
}

/** A letter that a bundle is about, and which documents and letters of its file belong to that. */
interface AboutLetter {
  readonly number: string;
  /** It and its documents. */
  readonly ids: readonly string[];
  readonly holds: (letter: AttachedLetter) => boolean;
  readonly isPart: (original: OriginalView) => boolean;
}

/**
 * The evidence bundle of files (docs/proof.md, "A bundle"): all their events and those of their receipts and documents, with the proofs that they
 * stand in the log, the letters that lie on them, each whole file as a PDF, and an index for people. It holds the event of its own asking. One of a
 * letter holds of the letters that one and what it enclosed, and not the whole file. One for RTI holds of what came in and went out the copies that
 * were made for such requests, of the file its events alone, and of most of these the hashes alone.
 */
@Injectable()
export class MakeBundle {
  constructor(
    private readonly files: FileViewQuery,
    private readonly correspondence: ListCorrespondence,
    private readonly originals: ListOriginals,
    private readonly redactions: ListRedactions,
    private readonly wholeFiles: WholeFiles,
    private readonly record: BundleRecord,
    private readonly documents: DocumentBytes,
    private readonly index: BundleIndex,
    private readonly certificates: Certificates,
    private readonly officeName: OfficeName,
    private readonly dataSource: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataFolder'>,
  ) {}

  /**
   * @param fileIds one for a letter.
   * @throws Refusal `not-found` for whoever may not read each file; `record-changed`; `events-not-logged`; `document-missing` and
   * `document-damaged`, which name the letter; StoreUnavailable; TypesettingFailed.
   */
  async execute(actor: Actor, fileIds: readonly string[], options: BundleOptions): Promise<BoundFile> {
    const about = options.issueId === null ? null : await this.letterOf(actor, options.issueId);
    const found: FoundFile[] = [];
    for (const fileId of fileIds) {
      const file = await this.files.execute(actor, fileId);
      const letters = options.forRti ? [] : await this.lettersOf(actor, fileId, about);
      const originals = options.forRti ? await this.originalsOf(actor, fileId, about) : [];
      found.push({ file, letters, originals });
    }
    const { organisationId } = actor;
    const subjectIds = found
      .flatMap(({ letters }) => letters.flatMap(({ receiptId, document }) => [receiptId, document.id]))
      .filter((id) => id !== null);
    const scope = { fileIds, subjectIds, letterIds: about?.ids ?? null };
    await this.record.refuseChanged(organisationId, scope);
    const isWhole = about === null && !options.forRti;
    const whole = isWhole ? await this.wholeFiles.make(actor, wholeFilesOf(found), options) : NO_FILES;
    try {
      const record = options.forRti
        ? await this.record.eventsOf({ organisationId, subjectIds: fileIds })
        : await this.record.of(organisationId, scope);
      const proven = await this.prove(record, [...fileIds, ...subjectIds], options.signal);
      const given = await this.given(actor, found, { proven, options });
      const letterNumber = about?.number ?? null;
      const path = await this.write(actor, { ...given, letterNumber, proven }, { whole, signal: options.signal });
      const number = letterNumber ?? found.map(({ file }) => file.number).join(', ');
      return { ...path, file: { number } };
    } finally {
      await whole.dispose();
    }
  }

  private async write(
    actor: Actor,
    content: Pick<BundleContent, 'files' | 'leftOut' | 'letterNumber' | 'proven'>,
    parts: { readonly whole: MadeFiles; readonly signal: AbortSignal | undefined },
  ): Promise<Omit<BoundFile, 'file'>> {
    const place = await newSpoolPlace(spoolFolder(this.config.dataFolder), 'bundle');
    try {
      const madeAt = new Date();
      const zip = await BundleZip.create(place.path, madeAt);
      try {
        const office = await this.officeName.of(actor.organisationId);
        await this.fill(zip, { ...content, actor, office, madeAt: madeAt.toISOString() }, parts);
      } finally {
        await zip.close();
      }
      return { path: place.path, dispose: () => place.dispose() };
    } catch (error) {
      await place.dispose();
      throw error;
    }
  }

  private async fill(
    zip: BundleZip,
    content: BundleContent,
    { whole, signal }: { readonly whole: MadeFiles; readonly signal: AbortSignal | undefined },
  ): Promise<void> {
    const { files, proven, leftOut } = content;
    await addProofs(zip, content);
    for (const { path, at } of whole.pdfs) await zip.add(path, createReadStream(at));
    const added = new Set<string>();
    for (const { path, bytes } of files.flatMap(({ letters, copies }) => [...letters, ...copies])) {
      signal?.throwIfAborted();
      if (!added.has(path)) await zip.add(path, await this.documents.open(bytes));
      added.add(path);
    }
    await zip.add('index.html', await this.index.of({ ...content, paths: zip.files.map(({ path }) => path) }));
    await this.certificates.add(zip, content);
    await zip.end({ log: proven.firstKey, leftOut, lost: proven.lost.events.map(({ id }) => id) });
  }

  /** What of the files lies in the bundle, and what does not. */
  private async given(
    actor: Actor,
    found: readonly FoundFile[],
    { proven, options }: { readonly proven: ProvenRecord; readonly options: BundleOptions },
  ): Promise<Pick<BundleContent, 'files' | 'leftOut'>> {
    if (options.forRti) return await this.copiesOf(actor, found, { proven, options });
    const wholeFiles = wholeFilesOf(found);
    const files = found.map(({ file: { id, number, subject, computerNumber }, letters }, at) => {
      const beside = found.length === 1 ? '' : `${computerNumber}-`;
      const wholeFile = wholeFiles[at]?.path ?? WHOLE_FILE;
      return { id, number, subject, letters: lettersInBundle(letters, proven.events, beside), copies: [], wholeFile };
    });
    return { files, leftOut: null };
  }

  /** Of each file by itself: the same document may lie on two of them, and be copied otherwise on each. */
  private async copiesOf(
    actor: Actor,
    found: readonly FoundFile[],
    { proven, options }: { readonly proven: ProvenRecord; readonly options: BundleOptions },
  ): Promise<Pick<BundleContent, 'files' | 'leftOut'>> {
    const files: FileInBundle[] = [];
    let all: LeftOut = { documents: [], events: [], uncopied: 0 };
    for (const { file, originals } of found) {
      const { id, number } = file;
      const { items } = await this.redactions.execute(actor, id, { limit: WHOLE }, options.language);
      const events = proven.events.filter(({ subjectId }) => subjectId === id);
      const { copies, leftOut } = copiesInBundle(originals, items, events);
      files.push({ id, number, subject: null, letters: [], copies, wholeFile: WHOLE_FILE });
      all = {
        documents: [...all.documents, ...leftOut.documents],
        events: [...all.events, ...leftOut.events],
        uncopied: all.uncopied + leftOut.uncopied,
      };
    }
    return { files, leftOut: all };
  }

  /** Of a letter that the bundle is about, that one and what it enclosed. */
  private async lettersOf(actor: Actor, fileId: string, about: AboutLetter | null): Promise<AttachedLetter[]> {
    const { items } = await this.correspondence.execute(actor, fileId, { limit: WHOLE });
    return items.filter(isAttached).filter((letter) => about === null || about.holds(letter));
  }

  private async originalsOf(actor: Actor, fileId: string, about: AboutLetter | null): Promise<OriginalView[]> {
    const { items } = await this.originals.execute(actor, fileId, { limit: WHOLE });
    return items.filter((original) => about === null || about.isPart(original));
  }

  private async letterOf({ organisationId }: Actor, issueId: string): Promise<AboutLetter> {
    const letter = await letterWithEnclosures(this.dataSource.manager, organisationId, issueId);
    if (!letter) throw new Refusal('not-found');
    const { number, own, enclosed } = letter;
    return {
      number,
      ids: [issueId, ...own, ...enclosed],
      holds: ({ issueId: of, document }) => of === issueId || enclosed.includes(document.id),
      isPart: ({ document }) => own.includes(document.id) || enclosed.includes(document.id),
    };
  }

  /** Waits a while for events that are not in the log yet, and for the witness, if there is one. */
  private async prove(
    { events, naming, rows }: BundledRecord,
    subjectIds: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<ProvenRecord> {
    for (let look = 0; look < LOOKS; look++) {
      if (look > 0) await sleep(LOOK_EVERY_MS, undefined, { signal });
      const wanted = { events: [...events, ...naming], subjectIds, isPatient: look < LOOKS_FOR_WITNESS };
      const proven = await proveEvents(logDatabase(this.dataSource), this.store, wanted).catch((cause: unknown) => {
        throw cause instanceof LogStands ? new Refusal('events-not-logged', {}, { cause }) : cause;
      });
      if (!proven) continue;
      const all = proven.events;
      return { ...proven, events: all.slice(0, events.length), naming: all.slice(events.length), rows };
    }
    throw new Refusal('events-not-logged');
  }
}

const NO_FILES: MadeFiles = { pdfs: [], dispose: () => Promise.resolve() };

/** Where all of each file lies. */
const wholeFilesOf = (found: readonly FoundFile[]) =>
  found.map(({ file: { id, computerNumber } }) => ({
    fileId: id,
    path: found.length === 1 ? WHOLE_FILE : `whole-files/${computerNumber}.pdf`,
  }));

async function addProofs(zip: BundleZip, content: BundleContent): Promise<void> {
  const { events, naming, rows, keys, lost } = content.proven;
  const said = new Set(eventsInWords(content));
  for (const event of events) {
    if (said.has(event)) await zip.add(eventPath(event), event.form);
    await addProof(zip, event);
  }
  for (const event of naming) {
    await zip.add(`naming/${event.id}.event`, event.form);
    await addProof(zip, event);
  }
  if (content.leftOut === null) await addRows(zip, [...events, ...naming], rows);
  await addEntries(
    zip,
    'lost',
    lost.events.map((event) => ({ ...event, name: event.id })),
  );
  await addEntries(zip, 'losses', lost.told.map(numbered));
  await addEntries(zip, 'keys', keys.map(numbered));
}

async function addProof(zip: BundleZip, { id, entry, proof }: ProvenEvent): Promise<void> {
  await zip.add(`entries/${id}.entry`, entry);
  await zip.add(`proofs/${id}.tlog-proof`, proof);
}

/** What the events name, and what it says. */
async function addRows(zip: BundleZip, events: readonly ProvenEvent[], rows: readonly NamedRow[]): Promise<void> {
  for (const event of events) if (event.rows !== null) await zip.add(`rows/${event.id}.rows`, event.rows);
  if (rows.length > 0) await zip.add('rows/texts.tsv', rows.map(({ name, text }) => `${name}\t${text}\n`).join(''));
}

const numbered = (entry: ProvenEntry, at: number) => ({ ...entry, name: String(at + 1) });

async function addEntries(
  zip: BundleZip,
  folder: 'lost' | 'losses' | 'keys',
  entries: readonly (ProvenEntry & { readonly name: string })[],
): Promise<void> {
  for (const { name, entry, proof } of entries) {
    await zip.add(`${folder}/${name}.entry`, entry);
    await zip.add(`${folder}/${name}.tlog-proof`, proof);
  }
}
