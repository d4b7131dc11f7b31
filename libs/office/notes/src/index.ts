export * from './commands';
export { FreezeNote, type Freezing, type Frozen } from './freeze-note';
export { ListNotes } from './list-notes';
export { type DraftsOnFile, NoteReferences } from './note-references';
export { Note, PendingNote } from './note.entities';
export { noteEventShown } from './note-events';
export { NotesModule } from './notes.module';
export type { NoteChanged } from './pending-note';
export { pendingNoteOf } from './pending-note-view';
