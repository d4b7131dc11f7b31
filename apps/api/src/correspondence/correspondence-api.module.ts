import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { CorrespondenceController } from './correspondence.controller';
import { DiaryController } from './diary.controller';
import { ReceiptMovesController, ReceiptsController } from './receipts.controller';

@Module({
  imports: [CorrespondenceModule],
  controllers: [ReceiptsController, ReceiptMovesController, CorrespondenceController, DiaryController],
})
export class CorrespondenceApiModule {}
