import { NotesHaveKinds1790000000070 } from './1790000000070-notes-have-kinds';

/** What this area has changed in the schema since the first release, in order. */
export const NOTES_MIGRATIONS = [NotesHaveKinds1790000000070];
