import type { FastifyInstance } from 'fastify';
import type { CookieRules } from '../session/session-cookie';

/** Serves it at `/api/openapi.json`, made once. What makes it is loaded only then: few ask for it, and each start would wait. */
export function serveOpenApi(fastify: FastifyInstance, cookie: Pick<CookieRules, 'secure'>): void {
  let json: string | undefined;
  fastify.get('/api/openapi.json', async (_request, reply) => {
    json ??= JSON.stringify((await import('./describe-api.ts')).describeApi(cookie));
    return await reply.type('application/json').send(json);
  });
}
