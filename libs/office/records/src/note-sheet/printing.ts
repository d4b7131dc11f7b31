import type { Actor } from '@patravali/authorization';
import {
  type ActorRef,
  type CorrespondenceView,
  diaryNumberIn,
  type DiscussionParticipant,
  type Language,
  type Marked,
  markingIn,
  type Named,
  type NoteView,
  type PostRef,
  type ReturnLine,
  roman,
  textOnSheet,
} from '@patravali/contract';
import { fill } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';
import type { Generated } from '@patravali/typesetting';
import type { DocketOnSheet, NoteAuthor, NoteOnSheet, ParticipantOnSheet, ReturnOnSheet } from './note-sheet-data';

/** More than any file has: a printed register is never a page of itself. */
export const WHOLE = 1_000_000;

/** A post as a document prints it: designation and marking. */
export function printedPost(language: Language, post: Marked & Pick<PostRef, 'designation'>): string {
  return `${post.designation[language]}, ${markingIn(post, language)}`;
}

/** Whoever has the document made is named at the foot of each page. */
export function generatedBy(language: Language, actor: Actor, office: string): Generated {
  return {
    by: actor.name[language],
    post: printedPost(language, actor.post),
    office,
    at: new Date().toISOString(),
  };
}

/** The parts of a file, as far as a sheet names them. */
export type Parts = readonly { readonly id: string; readonly part: number }[];

export function noteOnSheet(language: Language, note: Named<NoteView>, parts: Parts = []): NoteOnSheet {
  const { number, firstParagraph, decision, kind, mainNote, sections, signatureAlone, writtenAt, frozenAt } = note;
  return {
    number,
    firstParagraph,
    decision,
    recommendedTo: note.recommendedTo && markingIn(note.recommendedTo, language),
    takenBack: note.takenBack && { at: note.takenBack.at, author: authorOf(language, note.takenBack.by) },
    kind,
    mainNote,
    sections,
    signatureAlone,
    writtenAt,
    frozenAt,
    text: textOnSheet(note),
    signed: note.signature && { at: note.signature.at, certificate: note.signature.certificate },
    origin: originOf(language, note, parts),
    discussedWith: note.discussedWith.map((one) => participantOnSheet(language, one)),
    author: authorOf(language, note.author),
    putUpBy: note.putUpBy && authorOf(language, note.putUpBy),
    returns: note.returns.map((line) => returnOnSheet(language, line)),
    explanations: note.explanations.map(({ by, ...line }) => ({ ...line, author: authorOf(language, by) })),
  };
}

/** On which part the note was frozen, with its number there. */
function originOf(language: Language, { ofPart }: Named<NoteView>, parts: Parts) {
  const part = parts.find(({ id }) => id === ofPart?.fileId)?.part;
  if (!ofPart || part === undefined) return null;
  const place = language === 'hi' ? String(part) : roman(part).toUpperCase();
  return fill(messagesOf('note-sheet', language).ofPart, { part: place, note: ofPart.number }, language);
}

function participantOnSheet(
  language: Language,
  { post, person, answered }: Named<DiscussionParticipant>,
): ParticipantOnSheet {
  return {
    name: person[language],
    post: printedPost(language, post),
    answered: answered && { answer: answered.answer, remarks: answered.remarks, at: answered.at },
  };
}

function returnOnSheet(
  language: Language,
  { sequence, to, reason, by, at, takenBackAt }: Named<ReturnLine>,
): ReturnOnSheet {
  return { sequence, to: markingIn(to, language), reason, author: authorOf(language, by), at, takenBackAt };
}

export function docketOnSheet(language: Language, letter: Named<CorrespondenceView>): DocketOnSheet {
  const { afterNote, afterMovement, serial, kind, firstPage, lastPage } = letter;
  const { party, letterNumber, letterDate, remarks, withdrawn, detached } = letter;
  return {
    afterNote,
    afterMovement,
    serial,
    kind,
    firstPage,
    lastPage,
    party,
    letterNumber,
    letterDate,
    diaryNumber: diaryNumberIn(letter, language),
    withdrawn,
    remarks: remarks.map(({ by, at, text }) => ({ author: authorOf(language, by), at, text })),
    detached: detached && { reason: detached.reason, at: detached.at, author: authorOf(language, detached.by) },
  };
}

function authorOf(language: Language, { name, post, capacity, actingFor }: Named<ActorRef>): NoteAuthor {
  const designation = post.designation[language];
  return {
    name: name[language],
    designation: capacity !== 'additional' ? designation : `${designation} (${label(language, 'capacity', capacity)})`,
    marking: markingIn(post, language),
    actingFor: actingFor?.[language] ?? null,
  };
}
