import { Module } from '@nestjs/common';
import { DakModule } from '@patravali/dak';
import { DiaryController } from './diary.controller';
import { ReceiptsController } from './receipts.controller';

@Module({ imports: [DakModule], controllers: [ReceiptsController, DiaryController] })
export class DakApiModule {}
