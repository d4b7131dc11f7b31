import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { SearchEntries } from '@patravali/search';
import { CheckStore } from './store/check-store';
import { ClearRemains } from './clear-remains';
import { DocumentBytes } from './document/document-bytes';
import { DocumentUses } from './document/document-uses';
import { FOUND_SCANS } from './finding/found-scans';
import { OtherObjects } from './store/other-objects';
import { ReadPicture } from './read-picture';
import { UploadPictures } from './upload-pictures';
import { ReadDocument } from './read-document';
import { DocumentTexts, ReadDocumentText, RECOGNISE_TEXT, RecogniseTexts } from './recognition';
import { MARK_STORE, StoreGeneration } from './store/store-generation';
import { SWEEP_OBJECTS, SweepObjects } from './store/sweep-objects';
import { UploadDocument } from './upload-document';
import { ScanForViruses } from './virus-scan/scan-for-viruses';

const PARTS = [
  CheckStore,
  DocumentBytes,
  DocumentUses,
  OtherObjects,
  ReadDocument,
  ReadDocumentText,
  RecogniseTexts,
  StoreGeneration,
  SweepObjects,
  ReadPicture,
  UploadDocument,
  UploadPictures,
  ScanForViruses,
];

@Module({ providers: [...PARTS, ClearRemains, DocumentTexts], exports: PARTS })
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly generation: StoreGeneration,
    private readonly sweepObjects: SweepObjects,
    private readonly recogniseTexts: RecogniseTexts,
    private readonly entries: SearchEntries,
  ) {}

  onModuleInit(): void {
    this.entries.register(FOUND_SCANS);
    this.jobs.register(MARK_STORE, async () => {
      await this.generation.advance();
    });
    this.jobs.register(RECOGNISE_TEXT, () => this.recogniseTexts.execute());
    this.jobs.register(SWEEP_OBJECTS, async () => {
      await this.sweepObjects.execute();
    });
  }
}
