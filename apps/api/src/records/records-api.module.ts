import { Module } from '@nestjs/common';
import { RecordsModule } from '@patravali/records';
import { RecordsController } from './records.controller';

@Module({ imports: [RecordsModule], controllers: [RecordsController] })
export class RecordsApiModule {}
