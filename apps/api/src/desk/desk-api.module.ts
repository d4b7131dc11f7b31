import { Module } from '@nestjs/common';
import { DeskModule } from '@patravali/desk';
import { DeskDiscussionsController } from './desk-discussions.controller';
import { DeskLettersController } from './desk-letters.controller';
import { DeskSetAsideController } from './desk-set-aside.controller';
import { DeskController } from './desk.controller';

@Module({
  imports: [DeskModule],
  controllers: [DeskController, DeskLettersController, DeskDiscussionsController, DeskSetAsideController],
})
export class DeskApiModule {}
