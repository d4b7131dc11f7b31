import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { DocumentUses } from './document-uses';
import { ReadDocument } from './read-document';
import { SWEEP_OBJECTS, SweepObjects } from './sweep-objects';
import { UploadDocument } from './upload-document';

const PARTS = [DocumentUses, ReadDocument, SweepObjects, UploadDocument];

@Module({ providers: PARTS, exports: PARTS })
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sweepObjects: SweepObjects,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SWEEP_OBJECTS, async () => {
      await this.sweepObjects.execute();
    });
  }
}
