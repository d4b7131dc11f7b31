import { Module } from '@nestjs/common';
import { AuditModule } from '@patravali/audit';
import { ConsultationsModule } from '@patravali/consultations';
import { CorrespondenceModule } from '@patravali/correspondence';
import { CustodyModule } from '@patravali/custody';
import { DakModule } from '@patravali/dak';
import { DeskModule } from '@patravali/desk';
import { DispatchModule } from '@patravali/dispatch';
import { DocumentsModule } from '@patravali/documents';
import { DraftsModule } from '@patravali/drafts';
import { EstablishmentModule } from '@patravali/establishment';
import { EvidenceModule } from '@patravali/evidence';
import { FilesModule } from '@patravali/files';
import { FindingModule } from '@patravali/finding';
import { IdentityModule } from '@patravali/identity';
import { LettersModule } from '@patravali/letters';
import { MovementModule } from '@patravali/movement';
import { NotesModule } from '@patravali/notes';
import { NoticesModule } from '@patravali/notices';
import { OrganisationModule } from '@patravali/organisation';
import { RecordsModule } from '@patravali/records';
import { SigningModule } from '@patravali/signing';
import { UpkeepModule } from '@patravali/upkeep';

/** The modules of the areas, from the lowest to the highest. */
export const AREAS = [
  OrganisationModule,
  IdentityModule,
  SigningModule,
  CustodyModule,
  NotesModule,
  MovementModule,
  FilesModule,
  DocumentsModule,
  ConsultationsModule,
  DakModule,
  CorrespondenceModule,
  LettersModule,
  DispatchModule,
  DraftsModule,
  DeskModule,
  EstablishmentModule,
  RecordsModule,
  EvidenceModule,
  NoticesModule,
  FindingModule,
  AuditModule,
  UpkeepModule,
];

/** Every area of the office, so that what areas register with one another is complete in every process. */
@Module({ imports: AREAS, exports: AREAS })
export class OfficeModule {}
