import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { buildFacts, type Config } from '@patravali/config';
import { FoundationModule, LineLogger, OfficeModule } from '@patravali/foundation';
import { sayAlive } from './alive';

/** Only the jobs, whatever PATRAVALI_JOBS_IN_PROCESS says to the API. */
@Module({})
class WorkerModule {
  static forRoot(config: Config) {
    return {
      module: WorkerModule,
      imports: [FoundationModule.forRoot({ ...config, jobsInProcess: true }), OfficeModule],
    };
  }
}

export async function startWorker(config: Config): Promise<void> {
  const logger = new LineLogger();
  logger.log(buildFacts(), 'office');
  Logger.overrideLogger(logger);
  const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config));
  worker.enableShutdownHooks();
  sayAlive(config.dataFolder);
}
