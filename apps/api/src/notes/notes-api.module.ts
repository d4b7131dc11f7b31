import { Module } from '@nestjs/common';
import { NotesModule } from '@patravali/notes';
import { DiscussionsController } from './discussions.controller';
import { NoteColoursController } from './note-colours.controller';
import { NotesController } from './notes.controller';
import { QuickPhrasesController } from './quick-phrases.controller';

@Module({
  imports: [NotesModule],
  controllers: [NotesController, NoteColoursController, DiscussionsController, QuickPhrasesController],
})
export class NotesApiModule {}
