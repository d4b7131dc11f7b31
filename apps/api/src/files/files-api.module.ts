import { Module } from '@nestjs/common';
import { FilesModule } from '@patravali/files';
import { FileClosingController, FileMovesController, FilesController } from './files.controller';
import { FileRegistersController, NoteColoursController, NotesController } from './notes.controller';

@Module({
  imports: [FilesModule],
  controllers: [
    FilesController,
    FileMovesController,
    FileClosingController,
    NotesController,
    NoteColoursController,
    FileRegistersController,
  ],
})
export class FilesApiModule {}
