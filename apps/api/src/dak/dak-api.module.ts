import { Module } from '@nestjs/common';
import { DakModule } from '@patravali/dak';
import { DiaryController } from './diary.controller';
import { ReceiptMovesController } from './receipt-moves.controller';
import { ReceiptsController } from './receipts.controller';

@Module({ imports: [DakModule], controllers: [ReceiptsController, ReceiptMovesController, DiaryController] })
export class DakApiModule {}
