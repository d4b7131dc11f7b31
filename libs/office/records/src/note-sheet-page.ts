import { printedInstant } from './dates';
import type { Generated, NoteOnSheet, NoteSheetData } from './note-sheet-data';
import { printable } from './printable';
import { richText } from './rich-text';
import { fill, type Words, WORDS } from './words';
import type { Language } from '@patravali/contract';

/** What `note-sheet.typ` is given. */
export function noteSheetPage(sheet: NoteSheetData) {
  const words = WORDS[sheet.language].noteSheet;
  return {
    language: sheet.language,
    title: words.title,
    office: printable(sheet.office),
    unit: sheet.unit && printable(sheet.unit),
    fileNumber: { label: words.fileNumber, text: printable(sheet.fileNumber) },
    computerNumber: { label: words.computerNumber, text: printable(sheet.computerNumber) },
    subject: { label: words.subject, text: printable(sheet.subject) },
    notes: sheet.notes.map((note) => noteBlock(note, words, sheet.language)),
    empty: words.empty,
    generated: generatedLine(sheet.generated, sheet.language),
  };
}

function noteBlock(note: NoteOnSheet, words: Words['noteSheet'], language: Language) {
  const { author, firstParagraph } = note;
  return {
    number: note.number,
    paragraphs: richText(note.text).map((spans, index) => ({
      number: firstParagraph === null ? null : firstParagraph + index,
      spans,
    })),
    decision: note.decision && { kind: note.decision, text: words[note.decision] },
    author: {
      name: printable(author.name),
      post: `${printable(author.designation)} · ${printable(author.marking)}`,
      actingFor: author.actingFor && fill(words.for, { name: printable(author.actingFor) }),
    },
    writtenAt: printedInstant(note.writtenAt, language),
    frozen: note.frozenAt && fill(words.frozen, { at: printedInstant(note.frozenAt, language) }),
  };
}

export function generatedLine({ by, post, office, at }: Generated, language: Language): string {
  const values = {
    by: printable(by),
    post: printable(post),
    office: printable(office),
    at: printedInstant(at, language),
  };
  return fill(WORDS[language].generated, values);
}
