import { Module } from '@nestjs/common';
import { ReadDocument } from './read-document';
import { SweepObjects } from './sweep-objects';
import { UploadDocument } from './upload-document';

const PARTS = [ReadDocument, SweepObjects, UploadDocument];

@Module({ providers: PARTS, exports: PARTS })
export class DocumentsModule {}
