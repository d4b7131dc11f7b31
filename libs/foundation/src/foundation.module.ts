import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Jobs, Transactions } from '@patravali/database';
import { applicationDataSource } from '@patravali/schema';
import { OBJECT_STORE, openObjectStore } from '@patravali/storage';
import { startTypesetter, TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { Inject } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';

/** What stands under every area: configuration, database, jobs, object store, typesetter. Opened once, closed in order. */
@Module({})
export class FoundationModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  static with(config: Config): DynamicModule {
    const provided = [CONFIG, DataSource, EntityManager, Jobs, Transactions, OBJECT_STORE, TYPESETTER];
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
        { provide: TYPESETTER, useFactory: () => startTypesetter() },
      ],
      exports: provided,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
    await this.typesetter.close();
    await this.dataSource.destroy();
  }
}
