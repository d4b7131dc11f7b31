import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { DocumentsModule, DocumentUses } from '@patravali/documents';
import { IdentityModule } from '@patravali/identity';
import { SigningModule } from '@patravali/signing';
import { MAKE_CHARGE_CERTIFICATE, MAKE_LATE_CERTIFICATES } from './charge/certificate-jobs';
import { CERTIFICATE_USE } from './charge/certificate-use';
import { MakeCertificate } from './charge/make-certificate';
import * as commands from './commands';

const PROVIDED = [...Object.values(commands), MakeCertificate];

/** What administrators keep of the office itself: its units, its posts, its people, and who holds which post; and how charge changes hands. */
@Module({ imports: [DocumentsModule, IdentityModule, SigningModule], providers: PROVIDED, exports: PROVIDED })
export class EstablishmentModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly documentUses: DocumentUses,
    private readonly makeCertificate: MakeCertificate,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAKE_CHARGE_CERTIFICATE, (job) => this.makeCertificate.execute(job));
    this.jobs.register(MAKE_LATE_CERTIFICATES, () => this.makeCertificate.executeLate());
    this.documentUses.register(CERTIFICATE_USE);
  }
}
