import { Module } from '@nestjs/common';
import { DeskModule } from '@patravali/desk';
import { DeskLettersController } from './desk-letters.controller';
import { DeskController } from './desk.controller';

@Module({ imports: [DeskModule], controllers: [DeskController, DeskLettersController] })
export class DeskApiModule {}
