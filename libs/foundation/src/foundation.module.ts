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
import { boundChildren } from '@patravali/child-process';
import { CONFIG, type Config, LiveConfig } from '@patravali/config';
import {
  DELETE_EXPIRED_KEYS,
  deleteExpiredKeys,
  EVENT_WRITER,
  Jobs,
  outsideTransactions,
  SeveralActs,
  timed,
  Transactions,
} from '@patravali/database';
import { applicationOptions, OFFICE_POOL, type PoolOptions, sealedTables } from '@patravali/schema';
import { keyFileIn, logDatabase, LogWitness, recordEvent, SEALED_TABLES, Sequencer } from '@patravali/ledger';
import { OfficeQuestions, SearchEntries, SearchWords, TextIndex } from '@patravali/search';
import { OBJECT_STORE, openObjectStore } from '@patravali/storage';
import { Outgoing } from '@patravali/outgoing';
import { DOCUMENT_SIGNING, httpRevocationSource, SigningProcess } from '@patravali/signatures';
import { startTypesetter, TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { DataSource, EntityManager } from 'typeorm';

/** The platform for Nest: configuration, database, jobs, object store, typesetter, signing. Opened once, closed in order. */
@Module({})
export class FoundationModule
  implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'jobsInProcess'>,
    private readonly database: EntityManager,
    private readonly jobs: Jobs,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
    @Inject(DOCUMENT_SIGNING) private readonly signing: SigningProcess,
    private readonly sequencer: Sequencer,
    private readonly textIndex: TextIndex,
  ) {}

  static forRoot(told: Config, pool: PoolOptions = OFFICE_POOL): DynamicModule {
    const live = new LiveConfig(told);
    const { config } = live;
    boundChildren(config.children ?? {});
    const provided = [
      CONFIG,
      LiveConfig,
      Jobs,
      Transactions,
      SeveralActs,
      OBJECT_STORE,
      TYPESETTER,
      DOCUMENT_SIGNING,
      OfficeQuestions,
      SearchEntries,
      SearchWords,
      Sequencer,
      SEALED_TABLES,
      TextIndex,
    ];
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
        { provide: LiveConfig, useValue: live },
        { provide: Jobs, useFactory: () => new Jobs(config.databaseUrl) },
        { provide: EVENT_WRITER, useValue: recordEvent },
        { provide: SEALED_TABLES, useFactory: sealedTables },
        Transactions,
        OfficeQuestions,
        SearchEntries,
        SearchWords,
        SeveralActs,
        TextIndex,
        {
          provide: OBJECT_STORE,
          useFactory: () => timed('store', outsideTransactions('the object store', openObjectStore(config))),
        },
        {
          provide: Sequencer,
          useFactory: (database: DataSource) => sequencerOf(config, database),
          inject: [DataSource],
        },
        { provide: TYPESETTER, useFactory: () => outsideTransactions('the typesetter', startTypesetter()) },
        { provide: DOCUMENT_SIGNING, useFactory: () => outsideTransactions('signing', signingOf(config)) },
      ],
      exports: provided,
    };
  }

  onModuleInit(): void {
    this.jobs.register(DELETE_EXPIRED_KEYS, () => deleteExpiredKeys(this.database));
  }

  /** By now every area has registered its jobs. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.jobsInProcess) return;
    await this.jobs.work();
    this.sequencer.start();
    this.textIndex.start();
  }

  /** While the database is still open, which `TypeOrmModule` closes next. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.jobs.stop(), this.sequencer.stop(), this.textIndex.stop()]);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.typesetter.close(), this.signing.close()]);
  }
}

/** It asks the store while it holds the log, which no command ever waits for. */
function sequencerOf(config: Config, dataSource: DataSource): Sequencer {
  const logger = new Logger(Sequencer.name);
  return new Sequencer({
    database: logDatabase(dataSource),
    store: openObjectStore(config),
    origin: `${new URL(config.publicUrl).host}/log`,
    keyFile: keyFileIn(config.dataFolder),
    witness: witnessOf(config, (line) => logger.warn(line)),
    say: (line) => logger.error(line),
  });
}

/** The one that is named now. */
function witnessOf(config: Pick<Config, 'witness'>, say: (line: string) => void): Pick<LogWitness, 'note'> {
  let named: Config['witness'];
  let asked: LogWitness | undefined;
  return {
    note: async (isOwed) => {
      const { witness } = config;
      if (witness !== named) asked = witness && new LogWitness({ ...witness, say });
      named = witness;
      return (await asked?.note(isOwed)) ?? null;
    },
  };
}

/**
 * Whether certificates hold is asked for what shall be checked when nobody can be asked any more: of the hosts that the server names.
 */
function signingOf({ timestamp, innerNetworks }: Pick<Config, 'timestamp' | 'innerNetworks'>): SigningProcess {
  if (!timestamp) return new SigningProcess({ outgoing: new Outgoing({ innerNetworks }) });
  const outgoing = new Outgoing(timestamp);
  const { revocationHosts: hosts = [] } = timestamp;
  const logger = new Logger('Revocation');
  const onNoAnswer = (error: unknown) => logger.warn(error instanceof Error ? error.message : error);
  return new SigningProcess({ outgoing, revocation: httpRevocationSource({ outgoing, hosts, onNoAnswer }) });
}
