import { Module } from '@nestjs/common';
import { DeskModule } from '@patravali/desk';
import { BulkActsController } from './bulk-acts.controller';
import { DeskDiscussionsController } from './desk-discussions.controller';
import { DeskLettersController } from './desk-letters.controller';
import { DeskViewsController } from './desk-views.controller';
import { DeskSetAsideController } from './desk-set-aside.controller';
import { DeskController } from './desk.controller';

@Module({
  imports: [DeskModule],
  controllers: [
    ...[DeskController, DeskLettersController, DeskDiscussionsController],
    ...[DeskViewsController, BulkActsController, DeskSetAsideController],
  ],
})
export class DeskApiModule {}
