import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import {
  type AttachedLetter,
  type FileSelection,
  FileView,
  includes,
  isAttached,
  MOST_AT_ONCE,
  type Language,
  type Named,
  sizeOf,
  type Unnamed,
} from '@patravali/contract';
import { lettersPart, ListCorrespondence } from '@patravali/correspondence';
import { DocumentBytes, newSpoolPlace, spoolFolder } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { FileViewQuery } from '@patravali/files';
import { dayInIndia } from '@patravali/language';
import { correspondencePages, label } from '@patravali/messages';
import { urgencyLabel, withPosts } from '@patravali/organisation';
import { toSha256 } from '@patravali/storage';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import type { NoteSheetData } from '../note-sheet/note-sheet-data';
import { NoteSheetPdf } from '../note-sheet/note-sheet-pdf';
import { printedPost, WHOLE } from '../note-sheet/printing';
import { RegisterOnPaper } from '../register-on-paper/register-on-paper';
import { bindWholeFile } from './bind-whole-file';
import { pagesOf, presentIn, refuseOutside } from './select-part';
import type { CorrespondencePdf, CoverData } from './whole-file-data';

/** A PDF that lies in a file of its own until it has been sent or stored. */
export interface BoundFile {
  readonly file: Pick<FileView, 'number'>;
  readonly path: string;
  /** Removes it; twice does no harm. */
  dispose(): Promise<void>;
}

export interface WholeFileOptions {
  readonly language: Language;
  /** What of it; all unless said otherwise. */
  readonly selection?: FileSelection | null;
  /** No further than that: what has come to the file since is left out. */
  readonly upTo?: { readonly notes: number; readonly correspondence: number };
  /** Nobody waits for it: whoever does goes first. */
  readonly inBackground?: boolean;
  /** Aborted when nobody wants it any more. */
  readonly signal?: AbortSignal;
  /** Told how many notes and pages are done. */
  readonly onProgress?: (done: number) => void;
}

/** Everything on a file in one PDF, or what was selected: cover, note sheet, contents, letters with their C/ numbers stamped. */
@Injectable()
export class WholeFilePdf {
  constructor(
    private readonly files: FileViewQuery,
    private readonly noteSheet: NoteSheetPdf,
    private readonly correspondence: ListCorrespondence,
    private readonly register: RegisterOnPaper,
    private readonly documents: DocumentBytes,
    private readonly database: EntityManager,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataFolder'>,
  ) {}

  /**
   * @throws Refusal `not-found` for whoever may not read the file; `pdf-takes-long` when somebody waits for it; `selection-not-on-file`; `document-missing` and
   * `document-damaged` and `document-not-as-recorded`, which name the letter; StoreUnavailable; TypesettingFailed.
   */
  async execute(by: Actor, fileId: string, options: WholeFileOptions): Promise<BoundFile> {
    const actor: Actor = { ...by, readsForPrint: true };
    const { file, data } = await this.dataOf(actor, fileId, options);
    const place = await newSpoolPlace(spoolFolder(this.config.dataFolder), 'whole-file');
    try {
      await mkdir(place.path, { mode: 0o700 });
      const correspondence: CorrespondencePdf[] = [];
      for (const letter of data.letters) {
        options.signal?.throwIfAborted();
        correspondence.push(await this.fetch(letter, place.path, options.selection));
      }
      const output = join(place.path, 'bound.pdf');
      const { onProgress, signal, inBackground } = options;
      await bindWholeFile(this.typesetter, { ...data, correspondence }, { output, onProgress, signal, inBackground });
      return { file, path: output, dispose: () => place.dispose() };
    } catch (error) {
      await place.dispose();
      throw error;
    }
  }

  private async dataOf(
    actor: Actor,
    fileId: string,
    { language, selection = null, inBackground = false, upTo }: WholeFileOptions,
  ) {
    const file = await withPosts(this.database, actor, FileView, await this.files.execute(actor, fileId));
    const { notes: count, pages } = file.counts;
    if (!inBackground) refuseLong(selection ? sizeOf(selection.notes) + sizeOf(selection.pages) : count + pages);
    const [listed, compared, urgency, movements] = await Promise.all([
      this.correspondence.execute(actor, fileId, { limit: WHOLE }),
      lettersPart.check(this.database, fileOf(actor.organisationId, fileId)),
      urgencyLabel(this.database, actor.organisationId, file.urgency),
      selection || upTo ? [] : this.register.of(actor, fileId, language),
    ]);
    const items = listed.items.filter(({ serial }) => !upTo || serial <= upTo.correspondence);
    const attached = items.filter(isAttached);
    const sheet = await this.noteSheet.dataOf(actor, { file, letters: items }, language);
    const whole = upTo ? { ...sheet, notes: sheet.notes.filter(({ number }) => number <= upTo.notes) } : sheet;
    const numbers = whole.notes.map(({ number }) => number);
    if (selection) refuseOutside(selection, presentIn(attached, numbers));
    const letters = selection ? attached.filter((letter) => pagesOf(letter, selection).length > 0) : attached;
    refuseOther(letters, compared.wrong);
    const noteSheet = selection ? extractOf(whole, selection, letters) : whole;
    return {
      file,
      data: {
        language,
        selection,
        cover: coverOf(file, { office: whole.office, urgency: urgency.name[language] }, language),
        noteSheet,
        letters,
        movements,
      },
    };
  }

  /** Letters lie on disk, not in memory, while the file is being composed. */
  private async fetch(
    letter: AttachedLetter,
    folder: string,
    selection: FileSelection | null = null,
  ): Promise<CorrespondencePdf> {
    const path = join(folder, `${letter.serial}.pdf`);
    const { sha256, size } = letter.document;
    const named = { sha256: toSha256(sha256), size, fileName: nameOf(letter) };
    await this.documents.save(named, path);
    const number = letter.letterNumber ? ` · ${letter.letterNumber}` : '';
    return {
      serial: letter.serial,
      firstPage: letter.firstPage,
      pageCount: letter.lastPage - letter.firstPage + 1,
      ...(selection && { pages: pagesOf(letter, selection) }),
      title: `${letter.party}${number} · ${letter.subject}`,
      date: letter.letterDate,
      flag: letter.flag,
      pdf: path,
      signedOriginal: letter.kind === 'issued',
      withdrawn: letter.withdrawn,
    };
  }
}

/** The notes that were selected, with the dockets of the letters that were: of others it says nothing. */
function extractOf(sheet: NoteSheetData, { notes }: FileSelection, letters: readonly AttachedLetter[]): NoteSheetData {
  const serials = new Set(letters.map(({ serial }) => serial));
  return {
    ...sheet,
    notes: sheet.notes.filter(({ number }) => includes(notes, number)),
    dockets: sheet.dockets.filter(({ serial }) => serials.has(serial)),
  };
}

const fileOf = (organisationId: string, fileId: string) =>
  ({ organisationId, subjectKind: 'file', subjectIds: [fileId] }) as const;

/** What is printed are the letters of which the events of the file tell. */
function refuseOther(letters: readonly AttachedLetter[], wrong: readonly { readonly place: number | string }[]): void {
  const serials = new Set(wrong.map(({ place }) => place));
  const other = letters.find(({ serial }) => serials.has(serial));
  if (other) throw new Refusal('document-not-as-recorded', { fileName: nameOf(other) });
}

const nameOf = (letter: AttachedLetter): string => `${correspondencePages(letter)} · ${letter.document.fileName}`;

function refuseLong(count: number): void {
  if (count > MOST_AT_ONCE) throw new Refusal('pdf-takes-long', { count });
}

function coverOf(
  file: Named<Unnamed<FileView>>,
  named: Pick<CoverData, 'office' | 'urgency'>,
  language: Language,
): CoverData {
  return {
    ...named,
    unit: file.unit.name[language],
    fileNumber: file.number,
    computerNumber: String(file.computerNumber),
    subject: file.subject,
    openedBy: `${file.createdBy.name[language]}, ${printedPost(language, file.createdBy.post)}`,
    openedOn: dayInIndia(file.createdAt),
    closedOn: file.closedAt && dayInIndia(file.closedAt),
    grading: label(language, 'grading', file.grading),
    state: label(language, 'fileState', file.state),
    holder: file.holder && printedPost(language, file.holder),
  };
}
