import { Module } from '@nestjs/common';
import { DraftsModule } from '@patravali/drafts';
import { DraftCommentsController } from './draft-comments.controller';
import { DraftMovesController } from './draft-moves.controller';
import { DraftWritingController } from './draft-writing.controller';
import { DraftsController } from './drafts.controller';

@Module({
  imports: [DraftsModule],
  controllers: [DraftCommentsController, DraftWritingController, DraftsController, DraftMovesController],
})
export class DraftsApiModule {}
