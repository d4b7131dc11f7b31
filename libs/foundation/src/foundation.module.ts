import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Jobs, Transactions } from '@patravali/database';
import { applicationDataSource } from '@patravali/schema';
import { OBJECT_STORE, openObjectStore } from '@patravali/storage';
import { PRESS, type Press, startPress } from '@patravali/typesetting';
import { Inject } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';

/** What stands under every area: configuration, database, jobs, object store, press. Opened once, closed in order. */
@Module({})
export class FoundationModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    @Inject(PRESS) private readonly press: Press,
  ) {}

  static with(config: Config): DynamicModule {
    const provided = [CONFIG, DataSource, EntityManager, Jobs, Transactions, OBJECT_STORE, PRESS];
    return {
      module: FoundationModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DataSource, useFactory: () => applicationDataSource(config.databaseUrl).initialize() },
        { provide: EntityManager, useFactory: (dataSource: DataSource) => dataSource.manager, inject: [DataSource] },
        { provide: Jobs, useFactory: () => new Jobs(config.databaseUrl) },
        Transactions,
        { provide: OBJECT_STORE, useFactory: () => openObjectStore(config) },
        { provide: PRESS, useFactory: () => startPress() },
      ],
      exports: provided,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
    await this.press.close();
    await this.dataSource.destroy();
  }
}
