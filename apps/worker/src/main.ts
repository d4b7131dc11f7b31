import 'reflect-metadata';
import { ConsoleLogger, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, loadConfig } from '@patravali/config';
import { FoundationModule } from '@patravali/foundation';
import { JobsModule } from '@patravali/jobs';

/** The jobs alone: whoever starts this process wants them run here. */
@Module({})
class WorkerModule {
  static with(config: Config) {
    return { module: WorkerModule, imports: [FoundationModule.with({ ...config, jobsInProcess: true }), JobsModule] };
  }
}

async function main(): Promise<void> {
  Logger.overrideLogger(new ConsoleLogger({ json: true }));
  const worker = await NestFactory.createApplicationContext(WorkerModule.with(loadConfig(process.env)));
  worker.enableShutdownHooks();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
