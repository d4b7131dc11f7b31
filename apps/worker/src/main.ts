import 'reflect-metadata';
import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, loadConfig } from '@patravali/config';
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

async function main(): Promise<void> {
  Logger.overrideLogger(new LineLogger());
  const config = loadConfig(process.env);
  const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config));
  worker.enableShutdownHooks();
  sayAlive(config.dataFolder);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
