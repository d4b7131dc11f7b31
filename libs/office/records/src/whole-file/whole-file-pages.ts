import { joined, type Language, PINNED_KINDS, writeSelection } from '@patravali/contract';
import { formatDate } from '@patravali/language';
import { correspondencePages, label, messagesOf } from '@patravali/messages';
import { generatedLine, placeName, templateOf, type TypesetInput } from '@patravali/typesetting';
import { docketLine } from '../note-sheet/docket-line';
import type { DocketOnSheet, NoteSheetData } from '../note-sheet/note-sheet-data';
import type { MovementOnPaper } from '../register-on-paper/movements-on-paper';
import { noteSheetPage } from '../note-sheet/note-sheet-page';
import type { CorrespondencePdf, WholeFileData } from './whole-file-data';

/** The pages of a whole file that are ours, each part to be a PDF of its own. */
export interface WholeFilePages {
  readonly cover: TypesetInput;
  readonly noteSheet: TypesetInput;
  /** The table of movements; null where it is not shown. */
  readonly movements: TypesetInput | null;
  readonly contents: TypesetInput;
  /** One page for each letter, to stand in for it if it cannot be bound. */
  readonly missing: TypesetInput;
  /** The mark of a copy, the line for the foot, then one small page for each `C/n` in their order. */
  readonly stamps: TypesetInput;
}

export function wholeFilePages(file: WholeFileData): WholeFilePages {
  const { language, cover, noteSheet } = file;
  const words = messagesOf('whole-file', language);
  const generated = generatedLine(noteSheet.generated, language, 'screen');
  const shared = { bound: true, language, fileNumber: cover.fileNumber, generated };
  const letters = file.correspondence.map((letter) => ({
    listedAt: listedAt(letter),
    place: placeName.page(letter.firstPage),
    serial: letter.serial,
    pages: pageRange(letter),
    title: letter.title,
    date: letter.date ? formatDate('screen', letter.date, language) : '',
    flag: letter.flag && label(language, 'flag', letter.flag),
    signed: ofIssued(letter, language),
  }));
  const detached = noteSheet.dockets.flatMap((docket) => (docket.detached ? [detachedLine(docket, language)] : []));
  const page = (name: string, data: object): TypesetInput => ({
    template: templateOf('office/records', name),
    data: { ...shared, ...data },
  });
  const headings = [words.serial, words.pageNumbers, words.letter, words.date];
  const copy = (['hi', 'en'] as const).map((each) => messagesOf('whole-file', each).copyOfSigned).join(' / ');
  return {
    cover: page('cover', coverData(file)),
    noteSheet: inWhole(noteSheetPage({ ...noteSheet, extract: notesOf(file.selection) })),
    movements: file.movements?.length ? page('movements', movementsData(file.movements, language)) : null,
    contents: page('contents', {
      title: words.contents,
      headings,
      letters: inOrder([...letters, ...detached]),
      empty: words.empty,
    }),
    missing: page('missing', { title: words.missingTitle, explanation: words.missing, letters }),
    stamps: page('stamps', {
      copy,
      foot: `${cover.fileNumber} · ${generated}`,
      pages: file.correspondence.flatMap(pageNumbers).map((page) => `C/${page}`),
    }),
  };
}

/** Of what went out: that the signed original is elsewhere, and that it no longer holds, if so. */
function ofIssued({ signedOriginal, withdrawn }: CorrespondencePdf, language: Language): string | null {
  if (!signedOriginal) return null;
  const { copyOfSigned } = messagesOf('whole-file', language);
  return withdrawn ? `${copyOfSigned} · ${label(language, 'withdrawalKind', withdrawn)}` : copyOfSigned;
}

function movementsData(lines: readonly MovementOnPaper[], language: Language) {
  const words = messagesOf('whole-file', language);
  const headings = [words.serial, words.movement, words.from, words.to, words.when, words.days, words.more];
  return { title: words.movements, headings, lines };
}

const inOrder = <Line extends { readonly serial: number }>(lines: readonly Line[]): Line[] =>
  lines.toSorted((one, other) => one.serial - other.serial);

/** A letter that was detached keeps its line among the contents; its pages are not in the file. */
function detachedLine(docket: DocketOnSheet, language: Language) {
  const { title, details, date } = docketLine(docket, language);
  return {
    listedAt: listedAt(docket),
    place: null,
    serial: docket.serial,
    pages: correspondencePages(docket),
    title: [title, ...details].join(' · '),
    date,
    flag: null,
    signed: null,
  };
}

const inWhole = (page: TypesetInput): TypesetInput => ({ ...page, data: { ...page.data, bound: true } });

/** What the line of a letter among the contents is called among the links. */
export const listedAt = ({ serial }: Pick<CorrespondencePdf, 'serial'>): string => `contents/${serial}`;

type Letter = Pick<CorrespondencePdf, 'firstPage' | 'pageCount' | 'pages'>;

/** Of the pages that are shown. */
export const pageNumbers = ({ firstPage, pageCount, pages }: Letter): readonly number[] =>
  pages ?? Array.from({ length: pageCount }, (_, index) => firstPage + index);

const pageRange = (letter: Letter): string =>
  writeSelection({ pages: joined(pageNumbers(letter).map((page) => ({ first: page, last: page }))), notes: [] });

const notesOf = (selection: WholeFileData['selection']): string | null =>
  selection ? writeSelection({ pages: [], notes: selection.notes }) : null;

function coverData({ cover, noteSheet, correspondence, language, selection }: WholeFileData) {
  const words = messagesOf('whole-file', language);
  const day = (value: string | null) => value && formatDate('screen', value, language);
  const pages = correspondence.reduce((sum, letter) => sum + pageNumbers(letter).length, 0);
  const rows: [label: string, text: string | null, to?: string][] = [
    [words.selection, selection ? writeSelection(selection) : null],
    [words.computerNumber, cover.computerNumber],
    [words.unit, cover.unit],
    [words.openedBy, cover.openedBy],
    [words.openedOn, day(cover.openedOn)],
    [words.closedOn, day(cover.closedOn)],
    [words.state, cover.state],
    [words.holder, cover.holder],
    [words.grading, cover.grading],
    [words.urgency, cover.urgency],
    [words.notes, String(noteSheet.notes.length)],
    ...(selection ? [] : pinnedRows(noteSheet)),
    [words.pages, String(pages)],
  ];
  return {
    title: selection ? words.extract : words.title,
    office: cover.office,
    subject: { label: words.subject, text: cover.subject },
    number: { label: words.fileNumber, text: cover.fileNumber },
    rows: rows.flatMap(([label, text, to = null]) => (text ? [{ label, text, to }] : [])),
    copyNote: selection ? words.extractNote : words.copyNote,
  };
}

/** The latest running summary and the latest self-contained note, each leading to its place. */
function pinnedRows({ notes, language }: NoteSheetData) {
  return PINNED_KINDS.flatMap((kind): [string, string, string][] => {
    const note = notes.findLast((one) => one.kind === kind);
    return note ? [[label(language, 'noteKind', kind), placeName.note(note.number), placeName.note(note.number)]] : [];
  });
}
