import { printedDay } from './dates';
import { generatedLine, noteSheetPage } from './note-sheet-page';
import { printable } from './printable';
import { typeset } from './typeset';
import type { CorrespondencePdf, WholeFileData } from './whole-file-data';
import { WORDS } from './words';

/** A whole file without the bytes of its letters. */
export type FileFrame = Omit<WholeFileData, 'correspondence'> & {
  readonly correspondence: readonly Omit<CorrespondencePdf, 'pdf'>[];
};

/** The pages of a whole file that are ours, each part a PDF of its own. */
export interface FileParts {
  readonly cover: Uint8Array;
  readonly noteSheet: Uint8Array;
  readonly contents: Uint8Array;
  /** One page for each letter, to stand in for it if it cannot be joined. */
  readonly missing: Uint8Array;
  /** The mark of a copy on the first page, then one small page for each `C/n`, in the order of `stampedPages`. */
  readonly stamps: Uint8Array;
}

/** Every C/ number of the file, in order. */
export const stampedPages = (file: FileFrame): number[] =>
  file.correspondence.flatMap(({ firstPage, pageCount }) =>
    Array.from({ length: pageCount }, (_, index) => firstPage + index),
  );

export function typesetFileParts(file: FileFrame): FileParts {
  const words = WORDS[file.language].wholeFile;
  const document = {
    language: file.language,
    fileNumber: printable(file.cover.fileNumber),
    generated: generatedLine(file.noteSheet.generated, file.language),
  };
  const letters = file.correspondence.map((letter) => ({
    serial: letter.serial,
    pages: pageRange(letter),
    title: printable(letter.title),
    date: letter.date ? printedDay(letter.date, file.language) : '',
    signed: letter.signedOriginal ? words.copyOfSigned : null,
  }));
  return {
    cover: typeset('cover', { ...document, ...coverPage(file) }),
    noteSheet: typeset('note-sheet', noteSheetPage(file.noteSheet)),
    contents: typeset('contents', {
      ...document,
      title: words.contents,
      headings: [words.serial, words.pageNumbers, words.letter, words.date],
      letters,
      empty: words.empty,
    }),
    missing: typeset('missing', { ...document, title: words.missingTitle, explanation: words.missing, letters }),
    stamps: typeset('stamps', {
      ...document,
      copy: `${WORDS.hi.wholeFile.copyOfSigned} / ${WORDS.en.wholeFile.copyOfSigned}`,
      pages: stampedPages(file),
    }),
  };
}

function pageRange({ firstPage, pageCount }: Omit<CorrespondencePdf, 'pdf'>): string {
  return pageCount > 1 ? `C/${firstPage}–${firstPage + pageCount - 1}` : `C/${firstPage}`;
}

function coverPage({ cover, noteSheet, correspondence, language }: FileFrame) {
  const words = WORDS[language].wholeFile;
  const pages = correspondence.reduce((sum, { pageCount }) => sum + pageCount, 0);
  const rows: [label: string, text: string | null][] = [
    [words.computerNumber, cover.computerNumber],
    [words.unit, cover.unit],
    [words.openedBy, cover.openedBy],
    [words.openedOn, printedDay(cover.openedOn, language)],
    [words.closedOn, cover.closedOn && printedDay(cover.closedOn, language)],
    [words.state, cover.state],
    [words.holder, cover.holder],
    [words.grading, cover.grading],
    [words.urgency, cover.urgency],
    [words.notes, String(noteSheet.notes.length)],
    [words.pages, String(pages)],
  ];
  return {
    title: words.title,
    office: printable(cover.office),
    subject: { label: words.subject, text: printable(cover.subject) },
    number: { label: words.fileNumber, text: printable(cover.fileNumber) },
    rows: rows.flatMap(([label, text]) => (text ? [{ label, text: printable(text) }] : [])),
    copyNote: words.copyNote,
  };
}
