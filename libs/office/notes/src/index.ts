export * from './commands';
export { bringNoteHome, hasPendingNote, putUpPendingNote } from './correction';
export { participantAbilities } from './discussions/participant-abilities';
export { NoteParticipant, ParticipantAnswer } from './discussions/participant.entities';
export {
  DISCUSSION,
  DISCUSSIONS,
  discussionsOf,
  FILE_OF_DISCUSSION,
  UNANSWERED,
} from './discussions/participant-rows';
export { FreezeNote, type Freezing, type Frozen, frozenFacts } from './freeze-note';
export { NOTES_MIGRATIONS } from './migrations';
export { ListNoteNumbers } from './list-note-numbers';
export { ListNoteVersions } from './list-note-versions';
export { ListNotes } from './list-notes';
export { type DraftsOnFile, type IssuesReadable, NoteReferences } from './note-references';
export { notesReferringTo } from './notes-referring';
export { Note, PendingNote } from './note.entities';
export { type NoteSheet, readSheet } from './note-sheet';
export { noteEventShown } from './note-events';
export { NotesModule } from './notes.module';
export type { NoteChanged } from './pending-note';
export { PINNED_NOTES, pinnedNote, PinnedNoteRow } from './pinned-notes';
export { pendingNoteOf } from './pending-note-view';
export { ListQuickPhrases } from './phrases/list-quick-phrases';
export { QuickPhrase } from './phrases/quick-phrase.entity';
export { assistantQuickPhraseAbilities, quickPhraseAbilities } from './phrases/quick-phrase-abilities';
