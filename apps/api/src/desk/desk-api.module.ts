import { Module } from '@nestjs/common';
import { FilesModule } from '@patravali/files';
import { DeskCountsQuery } from './desk-counts.query';
import { DeskController } from './desk.controller';

@Module({ imports: [FilesModule], controllers: [DeskController], providers: [DeskCountsQuery] })
export class DeskApiModule {}
