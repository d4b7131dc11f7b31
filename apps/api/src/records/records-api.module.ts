import { Module } from '@nestjs/common';
import { DocumentsModule } from '@patravali/documents';
import { RecordsModule } from '@patravali/records';
import { RecordsController } from './records.controller';

@Module({ imports: [DocumentsModule, RecordsModule], controllers: [RecordsController] })
export class RecordsApiModule {}
