import { Module, type OnModuleInit } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { DocumentsModule } from '@patravali/documents';
import { FilesModule } from '@patravali/files';
import { Bundles, RecordsModule } from '@patravali/records';
import { BundleIndex } from './bundle-index';
import { BundleRecord } from './record/bundle-record';
import { Certificates } from './certificates';
import { MakeBundle } from './make-bundle';
import { WholeFiles } from './whole-files';

@Module({
  imports: [CorrespondenceModule, DocumentsModule, FilesModule, RecordsModule],
  providers: [BundleIndex, BundleRecord, Certificates, MakeBundle, WholeFiles],
  exports: [MakeBundle],
})
export class EvidenceModule implements OnModuleInit {
  constructor(
    private readonly bundles: Bundles,
    private readonly makeBundle: MakeBundle,
  ) {}

  onModuleInit(): void {
    this.bundles.register((actor, fileIds, options) => this.makeBundle.execute(actor, fileIds, options));
  }
}
