import { Module } from '@nestjs/common';
import { AddNote } from './add-note';
import { ChangeNote } from './change-note';
import { ConfirmNote } from './confirm-note';
import { DiscardNote } from './discard-note';
import { FreezeNote } from './freeze-note';
import { ListNotes } from './list-notes';
import { NoteReferences } from './note-references';
import { TakeBackNote } from './take-back-note';

const COMMANDS = [AddNote, ChangeNote, ConfirmNote, DiscardNote, FreezeNote, TakeBackNote];

@Module({
  providers: [...COMMANDS, ListNotes, NoteReferences],
  exports: [...COMMANDS, ListNotes, NoteReferences],
})
export class NotesModule {}
