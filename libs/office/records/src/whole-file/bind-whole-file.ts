import { sizeOf, writeSelection } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import {
  type BoundDocument,
  type BoundPart,
  placeName,
  type TypesetInput,
  type Typesetter,
} from '@patravali/typesetting';
import { noteTitle } from '../note-sheet/note-sheet-page';
import type { CorrespondencePdf, WholeFileData } from './whole-file-data';
import { listedAt, pageNumbers, wholeFilePages, type WholeFilePages } from './whole-file-pages';

/** The first pages of the stamps: the mark of a copy and the foot. The C/ numbers follow. */
const COPY_MARK = 0;
const FOOT = 1;

export interface BindWholeFileOptions {
  /** The path of the PDF that is made. */
  readonly output: string;
  readonly signal?: AbortSignal | undefined;
  readonly inBackground?: boolean | undefined;
  /** Told how many notes and pages of letters are done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Cover, note sheet, contents and every page of the correspondence in one PDF, each page of a letter stamped with its C/ number;
 * of a selection only what belongs to it. A single page comes without anything before it.
 * @throws TypesettingFailed
 */
export async function bindWholeFile(
  typesetter: Typesetter,
  file: WholeFileData,
  { output, onProgress, signal, inBackground }: BindWholeFileOptions,
): Promise<void> {
  const words = messagesOf('whole-file', file.language);
  const pages = unhurried(wholeFilePages(file), inBackground);
  const parts = await partsOf(typesetter, file, pages);
  const notes = file.noteSheet.notes.length;
  onProgress?.(notes);
  const selected = file.selection ? ` (${writeSelection(file.selection)})` : '';
  const binding = {
    language: file.language,
    title: `${words.title} ${file.cover.fileNumber}${selected}`,
    parts,
    documents: inOrder(file.correspondence),
    missing: await typesetter.typeset(pages.missing),
    stamps: await typesetter.typeset(pages.stamps),
    foot: FOOT,
  };
  const before = (position: number) =>
    file.correspondence.slice(0, position - 1).reduce((sum, letter) => sum + pageNumbers(letter).length, notes);
  await typesetter.bind(binding, {
    output,
    signal,
    long: inBackground,
    onDocument: (position) => onProgress?.(before(position)),
  });
}

/** The same, of which each is set without haste when nobody waits for it. */
function unhurried(pages: WholeFilePages, inBackground = false): WholeFilePages {
  const { cover, noteSheet, movements, contents, missing, stamps } = pages;
  const slowly = (page: TypesetInput): TypesetInput => ({ ...page, unhurried: inBackground });
  return {
    cover: slowly(cover),
    noteSheet: slowly(noteSheet),
    contents: slowly(contents),
    movements: movements && slowly(movements),
    missing: slowly(missing),
    stamps: slowly(stamps),
  };
}

async function partsOf(typesetter: Typesetter, file: WholeFileData, pages: WholeFilePages): Promise<BoundPart[]> {
  const words = messagesOf('whole-file', file.language);
  const { selection } = file;
  const parts: BoundPart[] = [];
  if (selection?.notes.length === 0 && sizeOf(selection.pages) === 1) return parts;
  parts.push({ title: words.cover, pdf: await typesetter.typeset(pages.cover) });
  if (!selection || selection.notes.length > 0) {
    parts.push({ title: words.noteSheet, pdf: await typesetter.typeset(pages.noteSheet), places: notesOf(file) });
  }
  if (pages.movements) parts.push({ title: words.movements, pdf: await typesetter.typeset(pages.movements) });
  if (!selection || selection.pages.length > 0) {
    parts.push({ title: words.correspondence, pdf: await typesetter.typeset(pages.contents) });
  }
  return parts;
}

/** The C/ numbers stand on the stamps after the mark and the foot, those of one letter behind those of the letter before. */
function inOrder(letters: readonly CorrespondencePdf[]): BoundDocument[] {
  let firstStamp = FOOT + 1;
  return letters.map((letter) => {
    const { firstPage, pageCount, title, pdf, signedOriginal } = letter;
    const numbers = pageNumbers(letter);
    const document = {
      title: `C/${numbers[0] ?? firstPage} ${title}`,
      pdf,
      pageCount,
      firstStamp,
      taken: numbers.map((number) => number - firstPage),
      pageNames: numbers.map(placeName.page),
      listedAt: listedAt(letter),
    };
    firstStamp += numbers.length;
    return { ...document, mark: signedOriginal ? COPY_MARK : null };
  });
}

const notesOf = ({ noteSheet }: WholeFileData) =>
  noteSheet.notes.map((note) => ({ title: noteTitle(note), name: placeName.note(note.number) }));
