import { Module } from '@nestjs/common';
import { ReadDocument } from './read-document';
import { UploadDocument } from './upload-document';

const PARTS = [ReadDocument, UploadDocument];

@Module({ providers: PARTS, exports: PARTS })
export class DocumentsModule {}
