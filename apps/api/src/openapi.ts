import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Serves it at `/api/openapi.json`, made once. What makes it is loaded only then: few ask for it, and each start would wait. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let json: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', async (_request, reply) => {
      json ??= JSON.stringify((await import('./describe-api.ts')).describeApi(app));
      return await reply.type('application/json').send(json);
    });
}
