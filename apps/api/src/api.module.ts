import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { Config } from '@patravali/config';
import { AREAS, FoundationModule, OfficeModule } from '@patravali/foundation';
import { ChargesController } from './establishment/charges.controller';
import { ConsultationsController } from './consultations/consultations.controller';
import { DiaryController } from './dak/diary.controller';
import { ReceiptsController } from './dak/receipts.controller';
import { DispatchRegisterController } from './dispatch/dispatch-register.controller';
import { GenuinePageController } from './letters/genuine/genuine-page.controller';
import { DocumentsController } from './documents/documents.controller';
import { PicturesController } from './documents/pictures.controller';
import { TurnsController } from './documents/turns.controller';
import { DraftWritingController } from './drafts/draft-writing.controller';
import { DraftRegisterController } from './drafts/draft-register.controller';
import { DraftsController } from './drafts/drafts.controller';
import { FilesController } from './files/files.controller';
import { ListsController } from './establishment/lists.controller';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { controllerOf } from './served/controller-of';
import { OnBehalfOfPerson } from './session/on-behalf-of-person.interceptor';
import { SecurityEventsController } from './identity/security-events.controller';
import { SessionController } from './identity/session.controller';
import { SessionGuard } from './session/session.guard';
import { SignInController } from './identity/sign-in.controller';
import { ListenController } from './live/listen.controller';
import { Listeners } from './live/listeners';
import { NoticesController } from './live/notices.controller';
import { LogController } from './log/log.controller';
import { MetricsController } from './metrics/metrics.controller';
import { RequestTimes } from './metrics/request-times';
import { IdleCollection } from './memory/idle-collection';
import { NamePosts } from './organisation/name-posts.interceptor';
import { ProblemFilter } from './answers/problem.filter';
import { RefusalsToProblemItems } from './answers/refusals-to-problem-items.interceptor';
import { CountReadings } from './readings/count-readings.interceptor';
import { RecordsController } from './records/records.controller';
import { ESignAnswerController } from './letters/esign-answer.controller';
import { LettersToSignController } from './letters/letters-to-sign.controller';
import { SigningKeysController } from './signing/signing-keys.controller';
import { ConnectionsController } from './upkeep/connections.controller';

const OF_AREAS = AREAS.map(controllerOf);

/** What has to do with more of HTTP than an input and an answer in JSON. */
const WRITTEN_BY_HAND = [
  ChargesController,
  ConnectionsController,
  ConsultationsController,
  DiaryController,
  DispatchRegisterController,
  DocumentsController,
  PicturesController,
  DraftWritingController,
  DraftRegisterController,
  DraftsController,
  ESignAnswerController,
  FilesController,
  GenuinePageController,
  HealthController,
  LettersToSignController,
  ListsController,
  ListenController,
  LogController,
  MetricsController,
  NoticesController,
  ReceiptsController,
  RecordsController,
  SecurityEventsController,
  SessionController,
  SigningKeysController,
  SignInController,
  TurnsController,
];

/** The API: what the areas serve, and what guards, checks and answers every request. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, times: RequestTimes): DynamicModule {
    return {
      module: ApiModule,
      imports: [FoundationModule.forRoot(config), OfficeModule],
      controllers: [...OF_AREAS, ...WRITTEN_BY_HAND],
      providers: [
        Readiness,
        IdleCollection,
        Listeners,
        { provide: RequestTimes, useValue: times },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: OnBehalfOfPerson },
        { provide: APP_INTERCEPTOR, useClass: NamePosts },
        { provide: APP_INTERCEPTOR, useClass: CountReadings },
        { provide: APP_INTERCEPTOR, useClass: RefusalsToProblemItems },
      ],
    };
  }
}
