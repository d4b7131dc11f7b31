import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import type { Config } from '@patravali/config';
import { FoundationModule, OfficeModule } from '@patravali/foundation';
import 'reflect-metadata';

/** A command has time: on a machine with too much to do a connection takes long. */
const POOL = { size: 2, connectsWithinMs: 60_000 };

/** Every area of the office, without HTTP and without its jobs. */
@Module({})
class CommandModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: CommandModule,
      imports: [FoundationModule.forRoot({ ...config, jobsInProcess: false }, POOL), OfficeModule],
    };
  }
}

/** Opens the office while `work` runs, beside the processes that may serve it. */
export async function withOffice<T>(config: Config, work: (office: INestApplicationContext) => Promise<T>): Promise<T> {
  const options = Object.assign(new NestApplicationContextOptions(), { logger: false, abortOnError: false });
  const office = await NestFactory.createApplicationContext(CommandModule.forRoot(config), options);
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}
