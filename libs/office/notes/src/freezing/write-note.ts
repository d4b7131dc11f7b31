import { type Decision, numberedParagraphs, type SheetNoteKind, type StructuredText } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import type { RankedPost } from '@patravali/organisation';
import type { QueryDeepPartialEntity } from 'typeorm';
import { type Participant, writeParticipants } from '../discussions/participants';
import { Note } from '../note/note.entities';
import { hashOfNote } from '../note/note-hash';

export type NoteAuthor = Pick<Note, 'authorUserId' | 'authorPostId' | 'capacity'>;
export type PutUpBy = Pick<Note, 'putUpByUserId' | 'putUpByPostId' | 'putUpCapacity'>;

/** A note whose text is final. */
export interface FinalNote {
  readonly id: string;
  readonly content: StructuredText;
  readonly decision: Decision | null;
  /** Who decides, where that is a recommendation. */
  readonly recommendedTo: RankedPost | null;
  readonly kind: SheetNoteKind;
  readonly mainNote: number | null;
  readonly discussedWith: string[] | null;
  readonly participants: readonly Participant[];
  readonly author: NoteAuthor;
  /** Who had put it up for correction to the author. */
  readonly putUpBy: PutUpBy | null;
  readonly writtenAt: NonNullable<QueryDeepPartialEntity<Note>['writtenAt']>;
}

export interface Frozen {
  readonly number: number;
  readonly contentHash: string;
  readonly decision: Decision | null;
  readonly recommendedTo: string | null;
  readonly kind: SheetNoteKind;
  /** What the custody row must say afterwards. */
  readonly counts: { readonly notes: number; readonly paragraphs: number };
}

/** What an event tells of the note that its act froze: to whom it recommends, and its kind, unless it is an ordinary one. */
export const frozenFacts = (frozen: Frozen | null) => ({
  note: frozen?.number ?? null,
  ...(frozen?.recommendedTo && { recommendedToPostId: frozen.recommendedTo }),
  ...(frozen && frozen.kind !== 'ordinary' && { noteKind: frozen.kind }),
});

/**
 * Gives a note the next number and its numbered paragraphs the next in the series of the sheet, and writes it where nobody can
 * change it. The caller holds the custody lock and saves the counts.
 */
export async function writeNote(tx: Transaction, custody: FileCustody, note: FinalNote): Promise<Frozen> {
  const { content, decision, kind, mainNote, discussedWith, participants, putUpBy } = note;
  const { organisationId, fileId } = custody;
  const recommendedTo = note.recommendedTo?.id ?? null;
  const number = custody.notes + 1;
  const paragraphs = numberedParagraphs(content).length;
  const firstParagraph = paragraphs > 0 ? custody.paragraphs + 1 : null;
  const contentHash = hashOfNote({
    fileId,
    number,
    firstParagraph,
    content,
    decision,
    recommendedTo,
    kind,
    mainNote,
    discussedWith,
    participants,
    putUpBy: putUpBy && { userId: putUpBy.putUpByUserId ?? '', postId: putUpBy.putUpByPostId ?? '' },
  });
  await tx.insert(Note, {
    id: note.id,
    organisationId,
    fileId,
    number,
    firstParagraph,
    paragraphs,
    content,
    decision,
    recommendedTo,
    kind,
    mainNote,
    discussedWith,
    contentHash,
    ...note.author,
    ...putUpBy,
    writtenAt: note.writtenAt,
  });
  await writeParticipants(tx, { organisationId, fileId, note: number }, participants);
  return {
    number,
    contentHash,
    decision,
    recommendedTo,
    kind,
    counts: { notes: number, paragraphs: custody.paragraphs + paragraphs },
  };
}
