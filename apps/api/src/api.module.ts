import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import type { Config } from '@patravali/config';
import { FoundationModule, OfficeModule } from '@patravali/foundation';
import { AuditApiModule } from './audit/audit-api.module';
import { ConsultationsApiModule } from './consultations/consultations-api.module';
import { CorrespondenceApiModule } from './correspondence/correspondence-api.module';
import { DakApiModule } from './dak/dak-api.module';
import { DeskApiModule } from './desk/desk-api.module';
import { DispatchApiModule } from './dispatch/dispatch-api.module';
import { DocumentsApiModule } from './documents/documents-api.module';
import { DraftsApiModule } from './drafts/drafts-api.module';
import { FilesApiModule } from './files/files-api.module';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { IdentityApiModule } from './identity/identity-api.module';
import { GiveMemoryBack } from './memory/give-memory-back';
import { LiveApiModule } from './live/live-api.module';
import { LogApiModule } from './log/log-api.module';
import { MovementApiModule } from './movement/movement-api.module';
import { OnBehalfOfPerson } from './identity/on-behalf-of-person.interceptor';
import { NotesApiModule } from './notes/notes-api.module';
import { NamePosts } from './organisation/name-posts.interceptor';
import { OrganisationApiModule } from './organisation/organisation-api.module';
import { ProblemFilter } from './problem/problem.filter';
import { CountReadings } from './readings/count-readings.interceptor';
import { RecordsApiModule } from './records/records-api.module';
import { SigningApiModule } from './signing/signing-api.module';

/** The API: the areas, and what guards, checks and answers every request. */
@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        FoundationModule.forRoot(config),
        OfficeModule,
        OrganisationApiModule,
        IdentityApiModule,
        SigningApiModule,
        NotesApiModule,
        MovementApiModule,
        FilesApiModule,
        DocumentsApiModule,
        ConsultationsApiModule,
        DakApiModule,
        CorrespondenceApiModule,
        DispatchApiModule,
        DraftsApiModule,
        DeskApiModule,
        RecordsApiModule,
        LiveApiModule,
        AuditApiModule,
        LogApiModule,
      ],
      controllers: [HealthController],
      providers: [
        Readiness,
        GiveMemoryBack,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: OnBehalfOfPerson },
        { provide: APP_INTERCEPTOR, useClass: NamePosts },
        { provide: APP_INTERCEPTOR, useClass: CountReadings },
      ],
    };
  }
}
