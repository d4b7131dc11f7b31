import type { Language } from '@patravali/contract';
import { fill, formatInstant, messagesOf } from '@patravali/messages';
import { generatedLine, richText, templateOf, type TypesetInput } from '@patravali/typesetting';
import type { NoteOnSheet, NoteSheetData } from './note-sheet-data';

/** The note sheet as its template takes it. */
export function noteSheetPage(sheet: NoteSheetData): TypesetInput {
  const { language, office, unit, fileNumber, computerNumber, subject, notes, generated } = sheet;
  const words = messagesOf('note-sheet', language);
  return {
    template: templateOf('office/records', 'note-sheet'),
    data: {
      ...{ language, title: words.title, office, unit },
      fileNumber: { label: words.fileNumber, text: fileNumber },
      computerNumber: { label: words.computerNumber, text: computerNumber },
      subject: { label: words.subject, text: subject },
      notes: notes.map((note) => noteBlock(note, language)),
      empty: words.empty,
      generated: generatedLine(generated, language, 'screen'),
    },
  };
}

function noteBlock(note: NoteOnSheet, language: Language) {
  const words = messagesOf('note-sheet', language);
  const { author, firstParagraph } = note;
  const at = (instant: string) => formatInstant('screen', instant, language);
  return {
    number: note.number,
    paragraphs: richText(note.text).map((spans, index) => ({
      number: firstParagraph === null ? null : firstParagraph + index,
      spans,
    })),
    decision: note.decision && { kind: note.decision, text: words[note.decision] },
    author: {
      name: author.name,
      post: `${author.designation} · ${author.marking}`,
      actingFor: author.actingFor && fill(words.for, { name: author.actingFor }, language),
    },
    writtenAt: at(note.writtenAt),
    frozen: note.frozenAt && fill(words.frozen, { at: at(note.frozenAt) }, language),
  };
}
