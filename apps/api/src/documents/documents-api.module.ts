import { Module } from '@nestjs/common';
import { DocumentsModule } from '@patravali/documents';
import { DocumentsController } from './documents.controller';

@Module({ imports: [DocumentsModule], controllers: [DocumentsController] })
export class DocumentsApiModule {}
