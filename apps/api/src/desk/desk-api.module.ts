import { Module } from '@nestjs/common';
import { DeskModule } from '@patravali/desk';
import { DeskDiscussionsController } from './desk-discussions.controller';
import { DeskLettersController } from './desk-letters.controller';
import { DeskController } from './desk.controller';

@Module({ imports: [DeskModule], controllers: [DeskController, DeskLettersController, DeskDiscussionsController] })
export class DeskApiModule {}
