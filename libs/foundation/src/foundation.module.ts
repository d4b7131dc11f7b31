import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '@patravali/config';
import {
  DELETE_EXPIRED_KEYS,
  deleteExpiredKeys,
  Jobs,
  outsideTransactions,
  SeveralActs,
  Transactions,
} from '@patravali/database';
import { applicationOptions, OFFICE_POOL, type PoolOptions } from '@patravali/schema';
import { OBJECT_STORE, openObjectStore } from '@patravali/storage';
import { httpRevocationSource, startTypesetter, TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';

/** The platform for Nest: configuration, database, jobs, object store, typesetter. Opened once, closed in order. */
@Module({})
export class FoundationModule
  implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'jobsInProcess'>,
    private readonly database: EntityManager,
    private readonly jobs: Jobs,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  static forRoot(config: Config, pool: PoolOptions = OFFICE_POOL): DynamicModule {
    const provided = [CONFIG, Jobs, Transactions, SeveralActs, OBJECT_STORE, TYPESETTER];
    return {
      module: FoundationModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...applicationOptions(config.databaseUrl, { ...pool, prepared: config.preparedStatements !== false }),
            retryAttempts: 1,
          }),
        }),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Jobs, useFactory: () => new Jobs(config.databaseUrl) },
        Transactions,
        SeveralActs,
        { provide: OBJECT_STORE, useFactory: () => outsideTransactions('the object store', openObjectStore(config)) },
        { provide: TYPESETTER, useFactory: () => outsideTransactions('the typesetter', typesetterOf(config)) },
      ],
      exports: provided,
    };
  }

  onModuleInit(): void {
    this.jobs.register(DELETE_EXPIRED_KEYS, () => deleteExpiredKeys(this.database));
  }

  /** By now every area has registered its jobs. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.jobsInProcess) await this.jobs.work();
  }

  /** While the database is still open, which `TypeOrmModule` closes next. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.typesetter.close();
  }
}

/** Whether certificates hold is asked for what shall be checked when nobody can be asked any more. */
function typesetterOf({ timestamp }: Pick<Config, 'timestamp'>): Typesetter {
  if (!timestamp) return startTypesetter();
  const { revocationHosts: hosts } = timestamp;
  const logger = new Logger('Revocation');
  const onNoAnswer = (error: unknown) => logger.warn(error instanceof Error ? error.message : error);
  return startTypesetter({ revocation: httpRevocationSource({ ...(hosts ? { hosts } : {}), onNoAnswer }) });
}
