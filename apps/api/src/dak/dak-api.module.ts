import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { DakModule } from '@patravali/dak';
import { DiaryController } from './diary.controller';
import { ReceiptsController } from './receipts.controller';

@Module({ imports: [CorrespondenceModule, DakModule], controllers: [ReceiptsController, DiaryController] })
export class DakApiModule {}
