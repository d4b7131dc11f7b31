import type { Language } from '@patravali/contract';
import { fill, formatInstant } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';
import { generatedLine, placeName, richText, templateOf, type TypesetInput, withEnding } from '@patravali/typesetting';
import { docketLine } from './docket-line';
import type {
  DocketOnSheet,
  ExplanationOnSheet,
  NoteAuthor,
  NoteOnSheet,
  NoteSheetData,
  ReturnOnSheet,
  SignatureOnSheet,
  TakenBackOnSheet,
} from './note-sheet-data';

/** The note sheet as its template takes it. */
export function noteSheetPage(sheet: NoteSheetData): TypesetInput {
  const { language, office, unit, fileNumber, computerNumber, subject, dockets, extract, generated } = sheet;
  const words = messagesOf('note-sheet', language);
  const notes = sheet.notes.map((note) => noteBlock(note, dockets, language));
  return {
    template: templateOf('office/records', 'note-sheet'),
    data: {
      language,
      title: extract ? `${words.title} (${extract})` : words.title,
      office,
      unit,
      fileNumber: { label: words.fileNumber, text: fileNumber },
      computerNumber: { label: words.computerNumber, text: computerNumber },
      subject: { label: words.subject, text: subject },
      docketed: linesBelow(0, { returns: [], explanations: [] }, dockets, language),
      notes,
      places: placesOn(notes),
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

function noteBlock(note: NoteOnSheet, dockets: readonly DocketOnSheet[], language: Language) {
  const words = messagesOf('note-sheet', language);
  const { firstParagraph, signatureAlone } = note;
  const itself = signatureAlone === 'return' ? note.returns[0] : undefined;
  const below = itself ? note.returns.slice(1) : note.returns;
  return {
    number: note.number,
    kind: kindLine(note, language),
    sections: sectionsLine(note, language),
    place: placeName.note(note.number),
    bookmark: noteTitle(note),
    blocks: withEnding(richText(note.text, firstParagraph)).map((block) =>
      block.kind === 'paragraph'
        ? { ...block, place: block.number && placeName.note(note.number, block.number) }
        : block,
    ),
    alone: signatureAlone && !itself ? label(language, 'signatureAlone', signatureAlone) : null,
    returned: itself ? returnBlock(itself, language) : null,
    decision: decisionBlock(note, language),
    takenBack: note.takenBack ? takenBackLine(note.takenBack, language) : null,
    author: authorBlock(note.author, language),
    putUpBy: note.putUpBy && fill(words.putUpBy, putUpBy(note.putUpBy), language),
    writtenAt: formatInstant('screen', note.writtenAt, language),
    signed: note.signed && signedLines(note.signed, language),
    participants: participantsBlock(note, language),
    frozen: note.frozenAt && fill(words.frozen, { at: formatInstant('screen', note.frozenAt, language) }, language),
    lines: linesBelow(note.number, { returns: below, explanations: note.explanations }, dockets, language),
  };
}

/** What does not count as a decision is not coloured as one. */
function decisionBlock({ decision, recommendedTo, takenBack }: NoteOnSheet, language: Language) {
  if (decision === null) return null;
  const words = messagesOf('note-sheet', language);
  const text = recommendedTo
    ? fill(words[`recommended_${decision}`], { post: recommendedTo }, language)
    : words[decision];
  return { kind: recommendedTo || takenBack ? 'no_decision' : decision, text };
}

function takenBackLine({ author, at }: TakenBackOnSheet, language: Language): string {
  const said = { name: author.name, post: author.marking, at: formatInstant('screen', at, language) };
  return fill(messagesOf('note-sheet', language).takenBack, said, language);
}

function signedLines({ at, certificate }: SignatureOnSheet, language: Language) {
  const words = messagesOf('note-sheet', language);
  return {
    at: fill(words.signed, { at: formatInstant('screen', at, language) }, language),
    certificate: fill(words.certificate, { ...certificate }, language),
  };
}

/**
 * What stands on the sheet between a note and the next: returns, explanations and the dockets of letters, in the order in
 * which the file moved.
 */
function linesBelow(
  note: number,
  { returns, explanations }: Pick<NoteOnSheet, 'returns' | 'explanations'>,
  dockets: readonly DocketOnSheet[],
  language: Language,
) {
  const docketed = dockets
    .filter(({ afterNote }) => afterNote === note)
    .map((docket) => ({ after: docket.afterMovement, return: null, docket: docketBlock(docket, language) }));
  const returned = returns.map((line) => ({ after: line.sequence, return: returnBlock(line, language), docket: null }));
  const explained = explanations.map((line) => {
    return { after: line.sequence, return: explanationBlock(line, language), docket: null };
  });
  // The sort is stable: a return moves the file, so letters that came after it stand below it.
  return [...returned, ...explained, ...docketed].toSorted((one, other) => one.after - other.after);
}

function docketBlock(docket: DocketOnSheet, language: Language) {
  const { title, pages, details, date } = docketLine(docket, language);
  return {
    title,
    pages,
    details: [...details, date].filter(Boolean).join(' · '),
    to: docket.detached ? null : placeName.page(docket.firstPage),
    remarks: docket.remarks.map(({ text, author, at }) => ({
      text,
      by: `${author.name}, ${author.marking} · ${formatInstant('screen', at, language)}`,
    })),
  };
}

/** What the note is, above it; that of a section leads to its main note. */
function kindLine({ kind, mainNote, origin = null }: NoteOnSheet, language: Language) {
  const afterOrigin = (text: string | null) => [origin, text].filter((each) => each !== null).join(' · ');
  if (mainNote !== null) {
    const text = fill(messagesOf('note-sheet', language).sectionOf, { note: mainNote }, language);
    return { text: afterOrigin(text), to: placeName.note(mainNote) };
  }
  const text = afterOrigin(kind === 'ordinary' ? null : label(language, 'noteKind', kind));
  return text === '' ? null : { text, to: null };
}

function sectionsLine({ sections }: NoteOnSheet, language: Language) {
  if (sections.length === 0) return null;
  return { label: messagesOf('note-sheet', language).sections, places: sections.map((note) => placeName.note(note)) };
}

/** With whom it was discussed, and what each has answered since. */
function participantsBlock({ discussedWith }: NoteOnSheet, language: Language) {
  if (discussedWith.length === 0) return null;
  const words = messagesOf('note-sheet', language);
  return {
    label: words.discussedWith,
    rows: discussedWith.map(({ name, post, answered }) => ({
      name,
      post,
      kind: answered?.answer ?? 'awaited',
      remarks: answered?.remarks ?? null,
      answer: answered ? label(language, 'discussionAnswer', answered.answer) : words.awaited,
      at: answered && formatInstant('screen', answered.at, language),
    })),
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

/** Set as a return is: a line of its own. */
function explanationBlock({ days, explanation, author, at }: ExplanationOnSheet, language: Language) {
  return {
    title: fill(messagesOf('note-sheet', language).explained, { days }, language),
    reason: explanation,
    takenBack: null,
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
