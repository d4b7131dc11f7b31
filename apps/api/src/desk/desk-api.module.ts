import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { DraftsModule } from '@patravali/drafts';
import { FilesModule } from '@patravali/files';
import { DeskCountsQuery } from './desk-counts.query';
import { DeskLettersController } from './desk-letters.controller';
import { DeskController } from './desk.controller';

@Module({
  imports: [FilesModule, CorrespondenceModule, DraftsModule],
  controllers: [DeskController, DeskLettersController],
  providers: [DeskCountsQuery],
})
export class DeskApiModule {}
