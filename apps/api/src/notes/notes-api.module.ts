import { Module } from '@nestjs/common';
import { FilesModule } from '@patravali/files';
import { NoteColoursController } from './note-colours.controller';
import { NotesController } from './notes.controller';

@Module({ imports: [FilesModule], controllers: [NotesController, NoteColoursController] })
export class NotesApiModule {}
