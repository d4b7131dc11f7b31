import { Module } from '@nestjs/common';
import * as commands from './commands';
import { FreezeNote } from './freeze-note';
import { ListNoteNumbers } from './list-note-numbers';
import { ListNoteVersions } from './list-note-versions';
import { ListNotes } from './list-notes';
import { NoteReferences } from './note-references';
import { ListQuickPhrases } from './phrases/list-quick-phrases';

const COMMANDS = Object.values(commands);

@Module({
  providers: [...COMMANDS, FreezeNote, ListNoteNumbers, ListNotes, ListNoteVersions, ListQuickPhrases, NoteReferences],
  exports: [...COMMANDS, FreezeNote, ListNoteNumbers, ListNotes, ListNoteVersions, ListQuickPhrases, NoteReferences],
})
export class NotesModule {}
