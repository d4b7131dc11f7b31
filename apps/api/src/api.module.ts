import { type DynamicModule, Module, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import type { Config } from '@patravali/config';
import { FoundationModule, OfficeModule } from '@patravali/foundation';
import { CorrespondenceApiModule } from './correspondence/correspondence-api.module';
import { DeskApiModule } from './desk/desk-api.module';
import { DispatchApiModule } from './dispatch/dispatch-api.module';
import { DocumentsApiModule } from './documents/documents-api.module';
import { DraftsApiModule } from './drafts/drafts-api.module';
import { FilesApiModule } from './files/files-api.module';
import { HealthController } from './health/health.controller';
import { PeopleApiModule } from './people/people-api.module';
import { invalidInput } from './problem/invalid-input';
import { ProblemFilter } from './problem/problem.filter';
import { RecordsApiModule } from './records/records-api.module';
import { SessionModule } from './session/session.module';

/** The door: the areas, and what guards, checks and answers every request. */
@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        FoundationModule.forRoot(config),
        OfficeModule,
        SessionModule,
        PeopleApiModule,
        DeskApiModule,
        FilesApiModule,
        RecordsApiModule,
        DocumentsApiModule,
        CorrespondenceApiModule,
        DraftsApiModule,
        DispatchApiModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ exceptionFactory: invalidInput }) },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
