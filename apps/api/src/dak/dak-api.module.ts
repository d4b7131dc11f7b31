import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { DiaryController } from './diary.controller';
import { ReceiptsController } from './receipts.controller';

@Module({ imports: [CorrespondenceModule], controllers: [ReceiptsController, DiaryController] })
export class DakApiModule {}
