export { notesPart } from './checking/check-notes';
export * from './commands';
export { bringNoteHome, hasPendingNote, putUpPendingNote } from './writing/correction';
export { discussedIn } from './discussions/participant-rows';
export { participantAbilities } from './discussions/participant-abilities';
export { NoteParticipant, ParticipantAnswer } from './discussions/participant.entities';
export {
  DISCUSSION,
  DISCUSSIONS,
  DISCUSSIONS_LOST,
  discussionsOf,
  FILE_OF_DISCUSSION,
  UNANSWERED,
} from './discussions/participant-rows';
export { FOUND_NOTES, SHOWN_NOTE } from './finding/found-notes';
export { FreezeNote, type Freezing, type ToFreeze, whatFreezes } from './freezing/freeze-note';
export { FreezeOpinion, type Seen } from './freezing/freeze-opinion';
export { ListNoteNumbers } from './sheet/list-note-numbers';
export { ListNoteVersions } from './sheet/list-note-versions';
export { ListNotes } from './sheet/list-notes';
export { type FilesOfDrafts, type IssuesReadable, NoteReferences } from './note/note-references';
export { authorsOnSheet } from './sheet/authors-on-sheet';
export { DECISION_OF_FILE, refuseUndecided } from './sheet/decision-of-file';
export { notesUntil } from './sheet/notes-until';
export { notesReferringTo } from './sheet/notes-referring';
export { Note, PendingNote } from './note/note.entities';
export { type NoteSheet, readSheet, readSheets } from './sheet/note-sheet';
export type { SheetFacts } from './note/sheet-facts';
export { noteEventShown } from './note/note-events';
export { incorporateNotes } from './parts/incorporated-notes';
export { NotesModule } from './notes.module';
export { type Frozen, frozenFacts } from './freezing/write-note';
export type { NoteChanged } from './note/pending-note';
export { PINNED_NOTES, pinnedNote, PinnedNoteRow } from './sheet/pinned-notes';
export { pendingNoteOf } from './note/pending-note-view';
export { NOTES_SET_ASIDE, setNoteAside } from './set-aside/note-set-aside';
export { ListQuickPhrases } from './phrases/list-quick-phrases';
export { loadPhrases } from './phrases/load-phrases';
export { QuickPhrase } from './phrases/quick-phrase.entity';
export { assistantQuickPhraseAbilities, quickPhraseAbilities } from './phrases/quick-phrase-abilities';
export type { WordsToSign } from './signed/canonical-note';
export { NoteSignature, type PendingSignature } from './note/note-signature.entity';
export { NoteSigner } from './signed/note-signer';
export { ReadNoteSignature } from './signed/read-note-signature';
