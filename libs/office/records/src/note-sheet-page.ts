import type { Language } from '@patravali/contract';
import { fill, formatInstant, label, messagesOf } from '@patravali/messages';
import { generatedLine, placeName, richText, templateOf, type TypesetInput } from '@patravali/typesetting';
import type { NoteAuthor, NoteOnSheet, NoteSheetData, ReturnOnSheet } from './note-sheet-data';

/** The note sheet as its template takes it. */
export function noteSheetPage(sheet: NoteSheetData): TypesetInput {
  const { language, office, unit, fileNumber, computerNumber, subject, extract, generated } = sheet;
  const words = messagesOf('note-sheet', language);
  const notes = sheet.notes.map((note) => noteBlock(note, language));
  return {
    template: templateOf('office/records', 'note-sheet'),
    data: {
      ...{ language, title: extract ? `${words.title} (${extract})` : words.title, office, unit },
      fileNumber: { label: words.fileNumber, text: fileNumber },
      computerNumber: { label: words.computerNumber, text: computerNumber },
      subject: { label: words.subject, text: subject },
      ...{ notes, places: placesOn(notes) },
      empty: words.empty,
      generated: generatedLine(generated, language, 'screen'),
    },
  };
}

/** Every place that the sheet names, at any depth: references to others are plain text. */
function placesOn(part: unknown): Record<string, true> {
  if (typeof part !== 'object' || part === null) return {};
  const own = 'place' in part && typeof part.place === 'string' ? { [part.place]: true as const } : {};
  return Object.assign(own, ...Object.values(part).map(placesOn)) as Record<string, true>;
}

/** What a bookmark calls a note. */
export const noteTitle = ({ number, author }: NoteOnSheet): string =>
  `${placeName.note(number)} ${author.name}, ${author.marking}`;

function noteBlock(note: NoteOnSheet, language: Language) {
  const words = messagesOf('note-sheet', language);
  const { firstParagraph, signatureAlone } = note;
  const returns = note.returns.map((line) => returnBlock(line, language));
  const [itself, ...below] = signatureAlone === 'return' ? returns : [null, ...returns];
  return {
    number: note.number,
    place: placeName.note(note.number),
    bookmark: noteTitle(note),
    blocks: richText(note.text, firstParagraph).map((block) =>
      block.kind === 'paragraph'
        ? { ...block, place: block.number && placeName.note(note.number, block.number) }
        : block,
    ),
    alone: signatureAlone && !itself ? label(language, 'signatureAlone', signatureAlone) : null,
    returned: itself ?? null,
    decision: note.decision && { kind: note.decision, text: words[note.decision] },
    author: authorBlock(note.author, language),
    putUpBy: note.putUpBy && fill(words.putUpBy, putUpBy(note.putUpBy), language),
    writtenAt: formatInstant('screen', note.writtenAt, language),
    frozen: note.frozenAt && fill(words.frozen, { at: formatInstant('screen', note.frozenAt, language) }, language),
    returns: below,
  };
}

function returnBlock({ to, reason, author, at, takenBackAt }: ReturnOnSheet, language: Language) {
  const words = messagesOf('note-sheet', language);
  return {
    title: fill(words.returned, { post: to }, language),
    reason,
    takenBack: takenBackAt && fill(words.pulledBack, { at: formatInstant('screen', takenBackAt, language) }, language),
    author: authorBlock(author, language),
    writtenAt: formatInstant('screen', at, language),
  };
}

function putUpBy({ name, designation, marking }: NoteAuthor) {
  return { name, post: `${designation} · ${marking}` };
}

function authorBlock({ name, designation, marking, actingFor }: NoteAuthor, language: Language) {
  const words = messagesOf('note-sheet', language);
  return {
    name,
    post: `${designation} · ${marking}`,
    actingFor: actingFor && fill(words.for, { name: actingFor }, language),
  };
}
