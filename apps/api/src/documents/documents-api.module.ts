import { Module } from '@nestjs/common';
import { DocumentsModule } from '@patravali/documents';
import { DocumentsController } from './documents.controller';
import { TurnsController } from './turns.controller';

@Module({ imports: [DocumentsModule], controllers: [DocumentsController, TurnsController] })
export class DocumentsApiModule {}
