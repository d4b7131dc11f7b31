import { Module } from '@nestjs/common';
import * as commands from './commands';
import { FreezeNote } from './freeze-note';
import { ListNoteNumbers } from './list-note-numbers';
import { ListNoteVersions } from './list-note-versions';
import { ListNotes } from './list-notes';
import { NoteReferences } from './note-references';

const COMMANDS = Object.values(commands);

@Module({
  providers: [...COMMANDS, FreezeNote, ListNoteNumbers, ListNotes, ListNoteVersions, NoteReferences],
  exports: [...COMMANDS, FreezeNote, ListNoteNumbers, ListNotes, ListNoteVersions, NoteReferences],
})
export class NotesModule {}
