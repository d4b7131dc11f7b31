import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type Decision,
  EMPTY_TEXT,
  isEmptyText,
  type NoteContent,
  type StructuredText,
  withoutEmptyBlocks,
} from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { NOW, type SqlRunner, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { RankedPost } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { type Participant, participantsAmong } from '../discussions/participants';
import { kindOf, mainNoteUnknown, ORDINARY, refuseWordlessKind } from '../note/note-kind';
import { NoteReferences } from '../note/note-references';
import { refuseReversal } from '../sheet/refuse-reversal';
import { refuseUntrueNote, WITHIN } from '../note/refuse-untrue-note';
import type { NoteSheet, SavedNote } from '../sheet/note-sheet';
import { type NoteToJudge, readSheetFacts } from '../note/read-sheet-facts';
import type { SheetFacts } from '../note/sheet-facts';
import { agreesWithNoteBefore } from '../sheet/signature-alone';
import { writeSignature } from './write-signature';
import { type Frozen, type NoteAuthor, type PutUpBy, writeNote } from './write-note';

export interface Freezing {
  /** The composer's text, if the act brings it along; it replaces what was saved. */
  readonly note?: NoteContent | undefined;
  /** "Confirm and send": a yellow note turns green by this act. */
  readonly confirmNote: boolean;
  /** Whether the act, done without words, signs in agreement with the note before it. */
  readonly signsAlone: boolean;
}

export interface FileToFreeze {
  readonly custody: FileCustody;
  /** Read by the same transaction, since the custody was locked. */
  readonly sheet: NoteSheet;
}

/**
 * Freezes the note of this desk: gives it the next number and its numbered paragraphs the next in the series of the sheet, and
 * writes it where nobody can change it. What is refused, `whatFreezes` refuses.
 */
@Injectable()
export class FreezeNote {
  constructor(private readonly references: NoteReferences) {}

  /**
   * The caller holds the custody lock and saves the counts.
   * @returns null when nothing is written: the act has no words, and does not agree with anything.
   * @throws Refusal of `whatFreezes`.
   */
  async execute(tx: Transaction, actor: Actor, file: FileToFreeze, request: Freezing): Promise<Frozen | null> {
    const facts = await this.readFacts(tx, actor, [file], request);
    return await this.write(tx, actor, file, whatFreezes(facts, actor, file, request));
  }

  /** What `whatFreezes` depends on beside custody and sheet, of each of these files: as many statements for many as for one. */
  readFacts(database: SqlRunner, actor: Actor, files: readonly FileToFreeze[], request: Freezing): Promise<SheetFacts> {
    const notes = files.map(({ custody, sheet }): NoteToJudge => {
      const { content, decision, discussedWith, mainNote } = pendingOf(sheet.saved, request) ?? NO_NOTE;
      const text = withoutEmptyBlocks(content);
      const needsWordsBefore = decision !== null || request.signsAlone;
      return { custody, text, needsWordsBefore, discussedWith, mainNote: request.note ? mainNote : null };
    });
    return readSheetFacts(database, this.references, actor, notes);
  }

  /** Writes what `whatFreezes` has answered. The caller holds the custody lock and saves the counts. */
  async write(
    tx: Transaction,
    actor: Actor,
    { custody, sheet }: FileToFreeze,
    toFreeze: ToFreeze | null,
  ): Promise<Frozen | null> {
    // Also a saved note that says nothing: it may not stay behind on a desk that the file leaves.
    if (sheet.saved) await takeOffDesk(tx, custody);
    if (!toFreeze) return null;
    const { pending, content, decision, recommendedTo, participants } = toFreeze;
    const { kind, mainNote, discussedWith } = pending ?? ORDINARY;
    const author = authorOf(actor, pending);

    const frozen = await writeNote(tx, custody, {
      id: pending?.id ?? uuidv7(),
      content,
      decision,
      recommendedTo,
      kind,
      mainNote,
      discussedWith,
      participants,
      author,
      putUpBy: putUpByOf(pending, author),
      writtenAt: pending?.savedAt ? new Date(pending.savedAt) : NOW,
    });
    if (pending?.signature) await writeSignature(tx, custody, frozen.number, pending.signature);
    return frozen;
  }
}

type Pending = Pick<SavedNote, 'content' | 'decision' | 'kind' | 'mainNote' | 'discussedWith'> & Partial<SavedNote>;

const NO_NOTE: Pending = { content: EMPTY_TEXT, decision: null, ...ORDINARY };

/** Whoever made the words official: who confirmed them to green, or does so by this act. */
function authorOf(actor: Actor, pending: Pending | null): NoteAuthor {
  const { authorUserId, authorPostId, authorCapacity } = pending ?? {};
  if (pending?.colour === 'green' && authorUserId && authorPostId && authorCapacity) {
    return { authorUserId, authorPostId, capacity: authorCapacity };
  }
  return { authorUserId: actor.userId, authorPostId: actor.postId, capacity: actor.capacity };
}

/** Who had put the note up for correction, if another made it official. */
function putUpByOf(pending: Pending | null, { authorPostId }: NoteAuthor): PutUpBy | null {
  const { putUpByUserId, putUpByPostId, putUpCapacity } = pending ?? {};
  if (!putUpByUserId || !putUpByPostId || !putUpCapacity || putUpByPostId === authorPostId) return null;
  return { putUpByUserId, putUpByPostId, putUpCapacity };
}

/** What an act would freeze. */
export interface ToFreeze {
  /** Null: a signature alone. */
  readonly pending: Pending | null;
  readonly content: StructuredText;
  readonly decision: Decision | null;
  /** Who decides, where the author stands below the final authority of the case. */
  readonly recommendedTo: RankedPost | null;
  readonly participants: readonly Participant[];
}

/**
 * The rule of freezing: of every act that freezes, and of the check of many files beforehand.
 * @param facts of `readFacts`, with the same request.
 * @returns null when nothing is written.
 * @throws Refusal `note-unconfirmed` for a yellow note that the act does not confirm, `reference-to-nowhere`,
 *   `note-unsigned` in an office where authors sign their notes, `decision-needs-officer`, `decided-above`, `main-note-unknown`; for a
 *   discussion `unknown-post`, `post-vacant`, `discussed-with-oneself`; and for want of words `note-empty`, `first-note-needs-words`,
 *   `not-approved-needs-words`, `reversal-needs-words`, `returned-file-needs-words`, `taken-back-needs-words`.
 */
export function whatFreezes(
  facts: SheetFacts,
  actor: Actor,
  { custody, sheet }: FileToFreeze,
  request: Freezing,
): ToFreeze | null {
  const pending = pendingOf(sheet.saved, request);
  if (pending?.colour === 'yellow' && !request.confirmNote) throw new Refusal('note-unconfirmed');
  const { content: written, decision, discussedWith, mainNote } = pending ?? NO_NOTE;
  const content = withoutEmptyBlocks(written);
  if (pending) refuseWordlessKind(pending, content);
  if (!isEmptyText(content) || decision) {
    refuseUntrueNote(facts, actor, { custody, text: content, decision });
    refuseReversal(sheet, { text: content, decision });
    if (sheet.toBeSigned && !pending?.signature) throw new Refusal('note-unsigned');
  } else if (!request.signsAlone || !agreesWithNoteBefore(facts, actor, { custody, sheet })) return null;
  // Where notes are signed, nobody agrees without a word that he signs: the file is sent on.
  else if (sheet.toBeSigned) return null;
  facts.refuseBroken(custody, content);
  const { authorUserId: userId, authorPostId: postId } = authorOf(actor, pending);
  const author = { userId, postId };
  const participants = participantsAmong(facts.held, { author, discussedWith, within: WITHIN });
  if (request.note && mainNote !== null && !facts.isMainNote(custody, mainNote))
    throw mainNoteUnknown(mainNote, WITHIN);
  return { pending, content, decision, recommendedTo: decision && sheet.decides, participants };
}

/** The note that the act freezes; null when none is being written. */
function pendingOf(saved: SavedNote | null, request: Freezing): Pending | null {
  if (!request.note) return saved;
  const { text: content, decision } = request.note;
  return { ...saved, colour: 'yellow', content, decision, ...kindOf(request.note), signature: null };
}

function takeOffDesk(tx: Transaction, { organisationId, fileId }: FileCustody): Promise<void> {
  return tx.execute('DELETE FROM pending_note WHERE organisation_id = $1 AND file_id = $2', [organisationId, fileId]);
}
