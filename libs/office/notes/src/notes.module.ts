import { Module } from '@nestjs/common';
import * as commands from './commands';
import { FreezeNote } from './freeze-note';
import { ListNotes } from './list-notes';
import { NoteReferences } from './note-references';

const COMMANDS = Object.values(commands);

@Module({
  providers: [...COMMANDS, FreezeNote, ListNotes, NoteReferences],
  exports: [...COMMANDS, FreezeNote, ListNotes, NoteReferences],
})
export class NotesModule {}
