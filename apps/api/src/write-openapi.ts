import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '@patravali/config';
import 'reflect-metadata';
import { ApiModule } from './api.module';
import { describeApi } from './describe-api';
import { httpAdapter } from './http/adapter';
import { prefixRoutes } from './http/prefix';

/** `npm run openapi`: writes the description of the API where builds lie, or to the path it is given. The modules are only looked at: no database is opened. */
async function main(path: string): Promise<void> {
  const config = loadConfig({ DATABASE_URL: 'postgres://localhost/unused' });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config), httpAdapter(config), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  prefixRoutes(app);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(describeApi(app), null, 2)}\n`);
}

main(resolve(process.argv[2] ?? 'dist/openapi.json')).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
