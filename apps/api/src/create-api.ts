import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildFacts, type Config } from '@patravali/config';
import { refuseUnreadAddress } from './answers/unread-address';
import { ApiModule } from './api.module';
import { httpAdapter } from './http/adapter';
import { keepOutOfCaches } from './http/caching';
import { refuseWhileClosing } from './http/closing';
import { compressAnswers } from './http/compression';
import { refuseDeepBodies } from './http/deep-bodies';
import { servePage } from './http/page';
import { prefixRoutes } from './http/prefix';
import { JsonLogger, logRequests } from './http/request-log';
import { RequestTimes } from './metrics/request-times';
import { cookieRulesOf } from './session/session-cookie';
import { serveOpenApi } from './openapi/serve-openapi';

/** The whole API, ready to listen. Tests start the same. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  const logger = new JsonLogger();
  const adapter = httpAdapter(config, refuseUnreadAddress);
  const times = new RequestTimes();
  logger.log(buildFacts(), 'office');
  logRequests(adapter.getInstance(), logger, (answered) => times.note(answered));
  keepOutOfCaches(adapter.getInstance());
  refuseWhileClosing(adapter.getInstance());
  refuseDeepBodies(adapter.getInstance());
  await compressAnswers(adapter.getInstance());
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config, times), adapter, {
    logger,
    abortOnError: false,
    // Fastify's own parser takes JSON alone; Nest's would take forms too.
    bodyParser: false,
  });
  prefixRoutes(app);
  app.enableShutdownHooks();
  serveOpenApi(adapter.getInstance(), cookieRulesOf(config));
  await servePage(adapter.getInstance(), {
    overHttps: config.secureCookies,
    formsTo: config.eSign && new URL(config.eSign.url).origin,
    cookie: cookieRulesOf(config),
  });
  await app.init();
  await adapter.getInstance().ready();
  return app;
}
